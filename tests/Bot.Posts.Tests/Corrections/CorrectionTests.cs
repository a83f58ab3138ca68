using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Posts.Corrections;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Tests.Corrections;

public class CorrectionTests
{
    private const string First = """
        # 港のAI

        港に灯りがともります。

        ## スタートアップ資金調達

        | 企業 | 調達額 | 概要 |
        | --- | --- | --- |
        | Quillstone | 900万ドル | 荷役の計画 [1] |
        | Quietwater | 12億円 | 潮位の予測 [2] |

        ## 技術ニュース

        - **荷役の自動化**: 港が試験を始めます。[1]
        - **潮位の予測**: 精度が上がりました。[2]

        ## 参考文献

        1. 港湾新聞 2026-03-04 https://example.com/a
        2. 潮位通信 2026-03-04 https://example.com/b
        """;

    private static readonly DateTimeOffset At = new(2026, 3, 5, 1, 20, 0, TimeSpan.Zero);

    [Fact]
    public void A_corrected_amount_stands_under_the_heading_of_its_post_with_day_and_time()
    {
        var lines = Lines(SectionKind.Startups, First.Replace("900万ドル", "950万ドル", StringComparison.Ordinal));

        Assert.Equal("✏️ 訂正 3/5 10:20 Quillstone 調達額: 900万ドル → 950万ドル", Assert.Single(lines));
    }

    [Fact]
    public void The_post_is_otherwise_what_it_would_have_been()
    {
        var corrected = First.Replace("900万ドル", "950万ドル", StringComparison.Ordinal);
        var (with, without) = (Message(SectionKind.Startups, corrected), Compose.Message(corrected, SectionKind.Startups));

        var block = Assert.Single(Compose.Roles(with, BlockRole.Correction));
        Assert.Equal(1, with.Body.IndexOf(block));
        with.Body.Remove(block);
        Assert.Equal(TextRenderer.Render(without), TextRenderer.Render(with));
    }

    [Fact]
    public void A_post_that_the_revision_does_not_touch_says_nothing()
    {
        var corrected = First.Replace("900万ドル", "950万ドル", StringComparison.Ordinal);

        Assert.Empty(Lines(SectionKind.TechnologyNews, corrected));
        Assert.Empty(Compose.Roles(Thread(Locale.Japanese, First, corrected).Root, BlockRole.Correction));
    }

    [Theory]
    [InlineData(
        "- **潮位の予測**: 精度が上がりました。[2]",
        "- **潮位の予測**: 精度が下がりました。[2]",
        "潮位の予測: 上がりました → 下がりました"
    )]
    [InlineData(
        "精度が上がりました。[2]",
        "誤差が12%減り、3社が使い始めました。[2]",
        "潮位の予測: 精度が上がりました → 誤差が12%減り、3社が使い始めました"
    )]
    [InlineData("**潮位の予測**", "**波高の予測**", "潮位の予測 → 波高の予測")]
    [InlineData("- **潮位の予測**: 精度が上がりました。[2]\n", "", "削除 潮位の予測")]
    [InlineData("## 参考文献", "- **新しい灯台**: 光ります。[1]\n\n## 参考文献", "追加 新しい灯台")]
    [InlineData("精度が上がりました。[2]", "精度が上がりました。[1]", "出典の番号")]
    public void What_changed_in_the_news_is_named(string old, string now, string change) =>
        Assert.Equal(
            $"✏️ 訂正 3/5 10:20 {change}",
            Assert.Single(Lines(SectionKind.TechnologyNews, First.Replace(old, now, StringComparison.Ordinal)))
        );

    [Fact]
    public void A_later_revision_adds_its_line_and_leaves_the_first()
    {
        var second = First.Replace("900万ドル", "950万ドル", StringComparison.Ordinal);
        var third = second.Replace("12億円", "非公開", StringComparison.Ordinal);
        var fourth = third.Replace("港に灯りがともります。", "港に灯りがともりました。", StringComparison.Ordinal);

        var thread = Thread(Locale.English, First, second, third, fourth);

        Assert.Equal(
            [
                "✏️ Corrected 5 Mar 10:20: Quillstone amount: $9M → $9.5M",
                "✏️ Corrected 5 Mar 11:20: Quietwater amount: ¥1.2B → undisclosed",
            ],
            Texts(thread.Sections.Single(section => section.Kind == SectionKind.Startups).Message)
        );
        Assert.Equal(["✏️ Corrected 5 Mar 12:20: lead: 灯りがともります → 灯りがともりました"], Texts(thread.Root));
        // Later revisions leave an unaffected post unchanged, byte for byte.
        Assert.Equal(
            TextRenderer.Render(Thread(Locale.English, First, second, third).Sections[0].Message),
            TextRenderer.Render(thread.Sections[0].Message)
        );
    }

    [Theory]
    [InlineData("12億円を集めました", "15億円を集めました", "12億円 → 15億円")]
    [InlineData("電池で一年動きます", "電池で二年動きます", "一年 → 二年")]
    [InlineData("3社が参加し、2027年に始まります", "4社が参加し、2028年に始まります", "3社 → 4社|2027年 → 2028年")]
    [InlineData("raised $12.5M led by Pier Partners", "raised $15M led by Pier Partners", "$12.5M → $15M")]
    [InlineData("使うのはラスターです", "使うのはロスターです", "ラスター → ロスター")]
    [InlineData("**強い**光", "強い光", "")]
    [InlineData("光ります [1]", "光ります [2]", "")]
    [InlineData("港で試験します", "港で来月から試験します", "追加 来月から")]
    [InlineData("まったく別のことを書いた文です", "here is something else altogether, and much of it", "")]
    public void The_words_that_changed_are_told_whole(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', WordDifference.Between(before, after, Locale.Japanese)));

    [Fact]
    public void The_authors_reason_stands_with_the_correction()
    {
        var corrected = "---\nnote: 発表の数字に合わせました\n---\n" + First.Replace("900万ドル", "950万ドル", StringComparison.Ordinal);

        Assert.Equal(
            "✏️ 訂正 3/5 10:20 Quillstone 調達額: 900万ドル → 950万ドル（発表の数字に合わせました）",
            Assert.Single(Lines(SectionKind.Startups, corrected))
        );
        var notice = CorrectionNotice.Compose(Compose.Read(First), Compose.Read(corrected), ["startups"], [], Locale.Japanese)!;
        Assert.EndsWith("発表の数字に合わせました", TextRenderer.Render(notice).Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_alone_corrects_nothing() =>
        Assert.Empty(CorrectionLines.Between(Compose.Read(First), Compose.Read("---\nnote: 注\n---\n" + First), [], Locale.Japanese));

    [Fact]
    public void Corrections_that_no_line_is_left_for_are_counted()
    {
        var revisions = Enumerable
            .Range(0, 6)
            .Select(number => First.Replace("900万ドル", $"{900 + number}万ドル", StringComparison.Ordinal))
            .ToArray();

        var lines = Lines(SectionKind.Startups, revisions);

        Assert.Equal(4, lines.Count);
        Assert.Equal("✏️ これより前に2回訂正", lines[0]);
        Assert.EndsWith("904万ドル → 905万ドル", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Many_changes_are_cut_short()
    {
        var rows = string.Concat(Enumerable.Range(1, 9).Select(number => $"| 会社{number} | {number}億円 | x |\n"));
        var table = First.Replace("| Quillstone | 900万ドル | 荷役の計画 [1] |\n", rows, StringComparison.Ordinal);
        var corrected = table.Replace("億円 |", "億ドル |", StringComparison.Ordinal);

        var line = Assert.Single(Lines(SectionKind.Startups, table, corrected));

        Assert.EndsWith("ほか7件", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Locale.Japanese, "✏️ 訂正しました: スタートアップ資金調達")]
    [InlineData(Locale.English, "✏️ Corrected: スタートアップ資金調達")]
    public void The_notice_names_the_posts(Locale locale, string text) =>
        Assert.Equal(
            text,
            TextRenderer.Render(CorrectionNotice.Compose(null, Compose.Read(First), ["root", "startups"], [], locale)!).Trim()
        );

    [Fact]
    public void A_notice_of_the_root_alone_names_it_and_one_of_nothing_is_not_made()
    {
        Assert.Contains(
            "要旨",
            TextRenderer.Render(CorrectionNotice.Compose(null, Compose.Read(First), ["root"], [], Locale.Japanese)!),
            StringComparison.Ordinal
        );
        Assert.Null(CorrectionNotice.Compose(null, Compose.Read(First), ["other-gone"], [], Locale.Japanese));
    }

    [Fact]
    public void A_changed_headline_and_sections_that_are_new_or_gone_stand_in_the_root_by_name()
    {
        var corrected = First
            .Replace("# 港のAI", "# 岬のAI", StringComparison.Ordinal)
            .Replace("## 技術ニュース", "## 🌊 海の法規", StringComparison.Ordinal);

        Assert.Equal(
            ["✏️ 訂正 3/5 10:20 見出し: 港のAI → 岬のAI・追加 海の法規・削除 技術ニュース"],
            Texts(Thread(Locale.Japanese, First, corrected).Root)
        );
    }

    [Fact]
    public void A_heading_that_was_corrected_is_said_where_it_stands() =>
        Assert.Equal(
            ["✏️ 訂正 3/5 10:20 技術ニュース → 技術ニュース（改）"],
            Lines(SectionKind.TechnologyNews, First.Replace("## 技術ニュース", "## 技術ニュース（改）", StringComparison.Ordinal))
        );

    [Fact]
    public void The_notice_says_the_words_that_stand_in_the_posts()
    {
        var corrected = First
            .Replace("# 港のAI", "# 岬のAI", StringComparison.Ordinal)
            .Replace("900万ドル", "950万ドル", StringComparison.Ordinal);
        var (before, after) = (Compose.Read(First), Compose.Read(corrected));

        var notice = TextRenderer.Render(CorrectionNotice.Compose(before, after, ["root", "startups"], [], Locale.Japanese)!);

        Assert.Contains("見出し: 港のAI → 岬のAI", notice, StringComparison.Ordinal);
        Assert.Contains("Quillstone 調達額: 900万ドル → 950万ドル", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_section_in_the_notice_leads_to_its_post()
    {
        var corrected = First
            .Replace("# 港のAI", "# 岬のAI", StringComparison.Ordinal)
            .Replace("900万ドル", "950万ドル", StringComparison.Ordinal);
        var links = new Dictionary<string, Uri> { ["startups"] = new("https://chat.example/2") };

        var notice = CorrectionNotice.Compose(
            Compose.Read(First),
            Compose.Read(corrected),
            ["root", "startups"],
            [],
            Locale.Japanese,
            links
        )!;

        var link = Assert.Single(notice.Body.Descendants<LinkInline>());
        Assert.Equal(
            ("https://chat.example/2", "スタートアップ資金調達"),
            (link.Url, Assert.IsType<LiteralInline>(Assert.Single(link)).Content.ToString())
        );
    }

    [Fact]
    public void Nobody_is_told_of_sections_that_he_does_not_get()
    {
        var readings = new[] { First, First.Replace("## 技術ニュース", "## 海の法規", StringComparison.Ordinal) }
            .Select(markdown => new BriefingRevision(Compose.Read(markdown), At))
            .ToList();

        Assert.Empty(CorrectionHistory.Of(readings, [SectionKind.Startups], Locale.Japanese));
    }

    [Fact]
    public void A_post_whose_section_is_gone_keeps_its_name()
    {
        var (before, after) = (
            Compose.Read(First).Briefing,
            Compose.Read(First.Replace("## 技術ニュース", "## 海の法規", StringComparison.Ordinal)).Briefing
        );

        Assert.Contains(
            "技術ニュース",
            TextRenderer.Render(WithdrawnPost.Compose([before], after, "technology-news", Locale.Japanese)),
            StringComparison.Ordinal
        );
        // Only one part of it is gone: the first still has the name.
        Assert.DoesNotContain(
            "資金調達",
            TextRenderer.Render(WithdrawnPost.Compose([before], after, "startups", Locale.Japanese)),
            StringComparison.Ordinal
        );
    }

    private static List<string> Lines(SectionKind kind, string corrected) => Lines(kind, First, corrected);

    private static List<string> Lines(SectionKind kind, params string[] revisions) =>
        Texts(Thread(Locale.Japanese, revisions).Sections.Single(section => section.Kind == kind).Message);

    private static Message Message(SectionKind kind, string corrected) =>
        Thread(Locale.Japanese, First, corrected).Sections.Single(section => section.Kind == kind).Message;

    private static List<string> Texts(Message message) =>
        [
            .. Compose
                .Roles(message, BlockRole.Correction)
                .SelectMany(block => block)
                .Select(line => Bot.Chat.Trees.FlatText.Plain(line).Trim()),
        ];

    private static ComposedThread Thread(Locale locale, params string[] revisions)
    {
        var readings = revisions.Select((markdown, index) => new BriefingRevision(Compose.Read(markdown), At.AddHours(index - 1))).ToList();
        return PostComposer.Compose(
            readings[^1].Reading,
            Compose.Context(locale) with
            {
                Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"),
                Corrections = CorrectionHistory.Of(readings, [], locale),
            }
        );
    }
}

using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Tests;

/// <summary>
/// The rules of messages.md that the composer implements, by number. The renderers and the ledger implement the others.
/// </summary>
public class MessageRuleTests
{
    private static readonly string Lantern = Compose.Fixture("lantern.ja.md");
    private static readonly string Ferry = Compose.Fixture("ferry.en.md");

    [Fact]
    public void Rule_1_the_first_words_are_the_news()
    {
        var root = Compose.Root(Lantern);
        Assert.StartsWith("港の電力と静かな計算機\n\n3月4日(水)・US AI・読了約3分\n", root, StringComparison.Ordinal);
        Assert.StartsWith("Ferries Learn to Wait\n", Compose.Root(Ferry), StringComparison.Ordinal);
        Assert.StartsWith("分かれない表題\n", Compose.Root("# 分かれない表題\n\n前文。"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_1_a_title_without_words_of_its_own_gives_way_to_the_news()
    {
        const string News = "## AIニュース\n\n- **Quay、荷役ロボットを公開**: 手首を替えられます。\n";
        Assert.StartsWith(
            "Quay、荷役ロボットを公開\n\n3月4日(水)・US AI・港の便り・読了約1分\n",
            Compose.Root($"# 📊 港の便り（2026年3月4日）\n\n前文です。\n\n{News}"),
            StringComparison.Ordinal
        );
        var thread = Compose.Thread($"# 港の便り（2026年3月4日）\n\n前文です。\n\n{News}");
        Assert.Equal("3/4(水) Quay、荷役ロボットを公開", thread.Root.ThreadName);
    }

    [Fact]
    public void Rule_1_without_news_the_headline_is_the_leads_first_sentence_which_is_said_once()
    {
        var root = Compose.Root("# 港の便り（2026年3月4日）\n\n港は静かです。電力は余りました。\n\n## 展望\n\n- 短期: 続きます。\n");
        Assert.StartsWith(
            "港は静かです。\n\n3月4日(水)・US AI・港の便り・読了約1分\n\n電力は余りました。\n",
            root,
            StringComparison.Ordinal
        );
        Assert.Equal(1, root.Split("港は静かです").Length - 1);
    }

    [Fact]
    public void Rule_1_a_title_that_the_issue_before_bore_too_says_nothing_new()
    {
        const string Markdown = "# Harbor Digest\n\nA lead.\n\n## AI News\n\n- **Quay shows a robot**: It has a wrist.\n";
        var context = Compose.Context(Locale.English) with
        {
            Date = new DateOnly(2026, 3, 4),
            Previous = Compose.Previous("# Harbor Digest\n\n*March 3, 2026*\n\nA lead.\n\n## AI News\n\n- **x**: y\n"),
        };
        Assert.StartsWith("Quay shows a robot\n", TextRenderer.Render(Compose.Thread(Markdown, context).Root), StringComparison.Ordinal);
        Assert.StartsWith(
            "Harbor Digest\n",
            TextRenderer.Render(Compose.Thread(Markdown, context with { Previous = null }).Root),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("見出しの一つ目", 1, "見出しの一つ目")]
    [InlineData("見出しの一つ目", 3, "見出しの一つ目 ほか2件")]
    [InlineData("NVIDIA、物理AIモデル群を発表し世界の工場へ", 4, "NVIDIA、物理AIモデル群を発… ほか3件")]
    [InlineData("港湾局が200億ドルの電力契約を結んだと発表", 1, "港湾局が200億ドルの電力契約を結んだ…")]
    [InlineData("港の新しい会社が「静かな計算機という名前の装置」を公開", 1, "港の新しい会社が…")]
    [InlineData("港湾のロボットにコンピューティングプラットフォーム", 1, "港湾のロボットに…")]
    public void Rule_3_a_news_line_is_the_first_headline_within_eighteen_characters(string headline, int items, string expected)
    {
        var list = string.Concat(Enumerable.Range(0, items).Select(at => $"- **{(at == 0 ? headline : $"その他{at}")}**: 本文。\n"));
        var line = Compose.Roles(Compose.Thread($"# T 2026年3月4日：h\n\n## AIニュース\n\n{list}").Root, BlockRole.ContentsLine).Single();
        Assert.Equal(expected, FlatText.Plain(line[1]));
        Assert.True(DisplayWidth.Of(expected) <= 36);
    }

    [Fact]
    public void Rule_7_a_column_that_only_numbers_the_rows_is_not_shown()
    {
        var text = Compose.Section(
            "# T 2026年3月4日：h\n\n## 詳細分析\n\n| No. | 軸 | 甲 | 乙 |\n|---|---|---|---|\n| 1 | 騒音 | a | b |\n| 2 | 保証 | c | d |\n",
            SectionKind.Analysis
        );
        Assert.DoesNotContain("No.", text, StringComparison.Ordinal);
        Assert.Contains("騒音", text, StringComparison.Ordinal);
        var years = Compose.Section(
            "# T 2026年3月4日：h\n\n## 詳細分析\n\n| 年 | 甲 | 乙 |\n|---|---|---|\n| 2025 | a | b |\n| 2026 | c | d |\n",
            SectionKind.Analysis
        );
        Assert.Contains("2025", years, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_8_a_round_told_in_prose_has_its_figures_under_its_headline()
    {
        var text = Compose.Section(
            "# T 2026年3月4日：h\n\n## 資金調達\n\n### Mossbank、9000万ドルを調達\n\nシリーズAで9000万ドルを調達しました。評価額は4億ドルです。\n",
            SectionKind.Startups
        );
        Assert.Contains(
            "Mossbank、9000万ドルを調達\n\n9000万ドル・シリーズA・評価額 4億ドル\n\nシリーズAで",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rule_2_the_deck_is_cut_after_a_sentence_and_the_rest_of_the_lead_follows_small()
    {
        var sentence = new string('港', 70) + "。";
        var root = Compose.Thread($"# T 2026年3月4日：h\n\n{sentence}{sentence}{sentence}\n\n別の段落。\n").Root;
        var deck = Assert.Single(Compose.Roles(root, BlockRole.Deck));
        Assert.Equal(sentence + sentence, FlatText.Plain(deck));
        var rest = Compose.Roles(root, BlockRole.Small).Last();
        Assert.Equal($"{sentence} 別の段落。", FlatText.Plain(rest));
    }

    [Fact]
    public void Rule_2_one_longer_sentence_stays_whole()
    {
        var sentence = new string('港', 300) + "。";
        var root = Compose.Thread($"# T 2026年3月4日：h\n\n{sentence}次の文。\n").Root;
        Assert.Equal(sentence, FlatText.Plain(Assert.Single(Compose.Roles(root, BlockRole.Deck))));
    }

    [Fact]
    public void Rule_2_a_cut_keeps_emphasis_and_links_of_both_halves()
    {
        var filler = new string('港', 100);
        var root = Compose.Thread($"# T 2026年3月4日：h\n\n**{filler}です。{filler}でも**あります。\n").Root;
        var bold = root
            .Body.SelectMany(Walk.Inlines<EmphasisInline>)
            .Where(emphasis => FlatText.Plain(emphasis).StartsWith('港'))
            .Select(FlatText.Plain);
        Assert.Equal([filler + "です。", filler + "でも"], bold);
    }

    [Theory]
    [InlineData(Locale.Japanese, "4件", "5社", "1本", "比較2項目", "2件", "1点", "", "6件")]
    [InlineData(Locale.English, "4 stories", "5 companies", "1 deep dive", "2 rows compared", "2 items", "1 point", "", "6 sources")]
    public void Rule_3_a_line_of_contents_counts_with_the_right_counter(Locale locale, params string[] counts)
    {
        var lines = Compose
            .Roles(Compose.Thread(Lantern, locale).Root, BlockRole.ContentsLine)
            .Select(line => FlatText.Of(((LeafBlock)line[0]).Inline));
        var separator = locale == Locale.Japanese ? "　" : " · ";
        Assert.Equal(
            counts,
            lines.Select(line =>
                line.Contains(separator, StringComparison.Ordinal)
                    ? line[(line.LastIndexOf(separator, StringComparison.Ordinal) + separator.Length)..]
                    : ""
            )
        );
    }

    [Fact]
    public void Rule_3_a_line_of_contents_says_what_happened()
    {
        var names = Compose
            .Roles(Compose.Thread(Lantern).Root, BlockRole.ContentsLine)
            .Select(line => line.Count > 1 ? FlatText.Plain(line[1]) : null);
        Assert.Equal(
            [
                "Lantern Grid、余剰電力の夜… ほか3件",
                "最大 Lantern Grid 2.4億ドル ほか4社",
                "油で冷やす",
                "空冷・水冷・油冷",
                null,
                "余力の時刻表を持つ者が強い",
                "夜間入札の定着・静音機の標準化",
                null,
            ],
            names
        );
    }

    [Fact]
    public void Rule_3_compared_columns_lose_their_brackets_unless_they_differ_in_nothing_else()
    {
        Assert.Contains("甲 と 乙\n", Compose.Root(Analysis("| 軸 | 甲（2024年） | 乙（2026年） |")), StringComparison.Ordinal);
        Assert.Contains("甲（旧） と 甲（新）\n", Compose.Root(Analysis("| 軸 | 甲（旧） | 甲（新） |")), StringComparison.Ordinal);

        static string Analysis(string header) => $"# T 2026年3月4日：h\n\n## 詳細分析\n\n{header}\n|---|---|---|\n| a | b | c |\n";
    }

    [Fact]
    public void Rule_3_an_analysis_without_rows_has_points() =>
        Assert.Contains(
            "詳細分析　2点\n",
            Compose.Root("# T 2026年3月4日：h\n\n## 詳細分析\n\n一つ目。\n\n二つ目。\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Rule_4_first_appearances_stand_under_the_small_line_and_are_left_out_where_there_are_none()
    {
        var context = Compose.Context() with { FirstAppearances = ["Lantern Grid", "Quay Robotics", "Tidewater", "Harrow"] };
        var small = Compose.Roles(Compose.Thread(Lantern, context).Root, BlockRole.Small).First();
        Assert.Equal(
            ["3月4日(水)・US AI・読了約3分", "初登場 4社: Lantern Grid・Quay Robotics・Tidewater ほか"],
            small.Select(FlatText.Plain)
        );
        Assert.Single(Compose.Roles(Compose.Thread(Lantern).Root, BlockRole.Small).First());
    }

    [Fact]
    public void Rule_5_the_authors_words_are_whole() => NothingIsLostTests.NothingIsLost(Lantern, Locale.Japanese);

    [Fact]
    public void Rule_6_a_headline_is_a_bold_line_of_its_own_without_its_colon()
    {
        var message = Compose.Message(Lantern, SectionKind.TechnologyNews);
        var first = (ParagraphBlock)message.Body[1];
        var bold = Assert.IsType<EmphasisInline>(first.Inline!.FirstChild);
        Assert.Equal("Lantern Grid、余剰電力の夜間入札を開始", FlatText.Plain(bold));
        Assert.True(Assert.IsType<LineBreakInline>(bold.NextSibling).IsHard);
    }

    [Theory]
    [InlineData("**見出し**: 本文", "見出し|本文")]
    [InlineData("**見出し：** 本文", "見出し|本文")]
    [InlineData("**見出し**：本文", "見出し|本文")]
    [InlineData("**見出し** [1]: 本文", "見出し \uFFFC|本文")]
    [InlineData("**見出し**\n本文", "見出し|本文")]
    [InlineData("**見出し。** 本文", "見出し。|本文")]
    [InlineData("**見出し** — 本文", "見出し|本文")]
    [InlineData("見出し: 本文", "見出し|本文")]
    [InlineData("[**見出し**](https://x.example): 本文", "見出し|本文")]
    [InlineData("**見出し**", "見出し")]
    [InlineData("**会社**は続けます。", "会社は続けます。")]
    [InlineData("10:30に始まる会議。次の文。", "10:30に始まる会議。|次の文。")]
    public void Rule_6_holds_for_every_way_to_write_a_headline(string item, string expected)
    {
        var message = Compose.Message(
            $"# T 2026年3月4日：h\n\n## AIニュース\n\n- {item.Replace("\n", "\n  ", StringComparison.Ordinal)}\n",
            SectionKind.TechnologyNews
        );
        Assert.Equal(expected, FlatText.Of(((ParagraphBlock)message.Body[1]).Inline).Replace('\n', '|'));
    }

    [Fact]
    public void Rule_7_a_section_ends_with_one_small_line_of_its_sources()
    {
        var message = Compose.Message(Lantern, SectionKind.TechnologyNews);
        var sources = Assert.IsType<RoleBlock>(message.Body.LastChild);
        Assert.Equal(BlockRole.Sources, sources.Role);
        Assert.Equal("出典 [1] Harbor Ledger・[2] Cooling Notes・[3] Cooling Notes・[4] Dock Weekly", FlatText.Plain(sources));
        Assert.Equal("https://harborledger.example/night-auctions", Walk.Inlines<LinkInline>(sources).First().Url);
        Assert.Empty(Compose.Roles(Compose.Message(Lantern, SectionKind.Insights), BlockRole.Sources));
    }

    [Fact]
    public void Rule_7_a_number_without_a_reference_is_plain()
    {
        var citation = Compose.Message(Lantern, SectionKind.TechnologyNews).Body.SelectMany(Walk.Inlines<CitationInline>).Last();
        Assert.Equal([(99, null)], CitationResolver.Links(citation));
        var own = new CitationInline { Numbers = [5], Url = "https://own.example" };
        Assert.Equal([(5, "https://own.example")], CitationResolver.Links(own));
    }

    [Fact]
    public void Rule_8_wide_tables_are_cards_and_narrow_ones_stay_tables()
    {
        var wide = Compose.Message(Lantern, SectionKind.Analysis);
        Assert.DoesNotContain(wide.Body.Descendants(), block => block is Table);
        Assert.Equal(
            ["騒音\n空冷: 70デシベル\n水冷: 55デシベル\n油冷: 35デシベル", "保証\n空冷: 三年\n油冷: 五年"],
            Compose.Roles(wide, BlockRole.Card).Select(card => FlatText.Of(((ParagraphBlock)card[0]).Inline))
        );
        Assert.Contains("観点\n", TextRenderer.Render(wide), StringComparison.Ordinal);
        Assert.DoesNotContain("観点・", TextRenderer.Render(wide), StringComparison.Ordinal);
        var narrow = Compose.Message(
            "# T 2026年3月4日：h\n\n## 詳細分析\n\n| 軸 | 甲 | 乙 |\n|---|---|---|\n| a | - | |\n",
            SectionKind.Analysis
        );
        Assert.Single(narrow.Body.OfType<Table>());
    }

    [Fact]
    public void Rule_8_only_the_first_cell_of_a_card_is_bold()
    {
        var card = Compose.Roles(Compose.Message(Lantern, SectionKind.Analysis), BlockRole.Card).First();
        Assert.Equal("騒音", FlatText.Plain(Assert.Single(Walk.Inlines<EmphasisInline>(card))));
    }

    [Fact]
    public void Rule_9_the_amount_is_bold_behind_the_name_and_the_valuation_in_brackets()
    {
        var card = (ParagraphBlock)Compose.Roles(Compose.Message(Lantern, SectionKind.Startups), BlockRole.Card).First()[0];
        Assert.Equal("Lantern Grid　2.4億ドル", FlatText.Of(Assert.IsType<EmphasisInline>(card.Inline!.FirstChild)));
        Assert.StartsWith("Lantern Grid　2.4億ドル（評価額 19億ドル）・シリーズB\n", FlatText.Of(card.Inline), StringComparison.Ordinal);
        Assert.Contains(
            "Lantern Grid · $240M (2.4億ドル; valuation $1.9B, 19億ドル) · シリーズB\n",
            Compose.Section(Lantern, SectionKind.Startups, Locale.English),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rule_10_a_date_of_another_year_shows_its_year()
    {
        var context = Compose.Context() with { Today = new DateOnly(2027, 1, 2) };
        Assert.Contains("2026年3月4日(水)・US AI", TextRenderer.Render(Compose.Thread(Lantern, context).Root), StringComparison.Ordinal);
        Assert.Contains(
            "2026-03-04・US AI",
            TextRenderer.Render(Compose.Thread(Lantern, context with { DateForm = DateForm.Iso }).Root),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rule_12_buttons_answer_from_their_own_briefing()
    {
        var buttons = Compose.Thread(Lantern).Root.Buttons;
        Assert.Equal(["funding", "outlook", "sources"], buttons.Select(button => button.Command));
        Assert.All(buttons, button => Assert.Equal(("us-ai", new DateOnly(2026, 3, 4)), (button.Series, button.Date)));
        Assert.Equal(
            ["outlook"],
            Compose.Thread("# T 2026年3月4日：h\n\n## 展望\n\n- 短期: a\n").Root.Buttons.Select(button => button.Command)
        );
    }

    [Fact]
    public void Rule_16_the_frame_speaks_its_language_and_the_content_the_authors()
    {
        var english = Compose.Text(Compose.Thread(Lantern, Locale.English));
        Assert.Contains("Investors: Pier Capital（リード）, Slate Fund", english, StringComparison.Ordinal);
        Assert.Contains("Expected until Mar 2027", english, StringComparison.Ordinal);
        Assert.DoesNotContain("投資家", english, StringComparison.Ordinal);
        Assert.All(Compose.Thread(Lantern, Locale.English).Sections, section => Assert.Equal(Locale.English, section.Message.Locale));
    }

    [Fact]
    public void Rule_16_a_sample_says_so_in_both_languages()
    {
        Assert.Contains(
            "・見本・",
            TextRenderer.Render(Compose.Thread(Lantern, Compose.Context() with { IsSample = true }).Root),
            StringComparison.Ordinal
        );
        Assert.Contains(
            " · sample · ",
            TextRenderer.Render(Compose.Thread(Lantern, Compose.Context(Locale.English) with { IsSample = true }).Root),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rule_17_emphasis_survives_between_Japanese_characters()
    {
        var text = Compose.Text(Compose.Thread(Lantern));
        Assert.DoesNotContain('*', text);
        Assert.Contains(
            Compose.Roles(Compose.Thread(Lantern).Root, BlockRole.Deck).SelectMany(Walk.Inlines<EmphasisInline>),
            emphasis => FlatText.Plain(emphasis) == "「静かな計算機」"
        );
    }

    [Fact]
    public void Only_the_kinds_subscribed_to_are_posted_and_listed()
    {
        var thread = Compose.Thread(Lantern, Compose.Context() with { Sections = [SectionKind.Startups, SectionKind.Outlook] });
        Assert.Equal(["startups", "outlook"], thread.Sections.Select(section => section.Identity));
        Assert.Equal(2, Compose.Roles(thread.Root, BlockRole.ContentsLine).Count());
    }
}

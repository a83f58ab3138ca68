using System.Text;
using Bot.Briefings.Model;

namespace Bot.Briefings.Tests.Text;

/// <summary>Words, marks and letters that authors write and that must come out unchanged: one test a kind.</summary>
public sealed class AuthorWordsTests
{
    [Fact]
    public void Decomposed_letters_state_the_same_amount()
    {
        var text = Day(
            "🚀 新興企業・スタートアップ動向",
            "| 企業名 | 概要 | 調達額/評価額 | 主要投資家 |\n|---|---|---|---|\n| **Brio** | 試作 | 3億ドル / 30億ドル（シード） | Fern |"
        );
        var round = Assert.Single(Read(text.Normalize(NormalizationForm.FormD)).Funding);

        Assert.Equal(
            (300_000_000m, 3_000_000_000m, "seed", "Fern"),
            (round.Amount!.Value, round.Valuation!.Value, round.Stage, round.Investors.Single())
        );
    }

    [Theory]
    [InlineData("権限「files:read」を必須化。", "権限「files:read」を必須化。")]
    [InlineData("型「core::Slice」を公開。", "型「core::Slice」を公開。")]
    [InlineData("モデル tern-mini:8b を配布。", "モデル tern-mini:8b を配布。")]
    [InlineData("社長は「次はこれだ: 話す家電」と述べた。", "社長は「次はこれだ: 話す家電」と述べた。")]
    [InlineData("料金（月額:15ドル、年額:150ドル）を改定。", "料金（月額:15ドル、年額:150ドル）を改定。")]
    [InlineData("住所帯 2001:db8:d::/48 と 2:x:3 を配布。", "住所帯 2001:db8:d::/48 と 2:x:3 を配布。")]
    public void A_colon_inside_a_word_ends_no_headline(string item, string headline) =>
        Assert.Equal(headline, Assert.Single(Read(Day("🔥 AI基盤技術ニュース", "- " + item)).News).Headline);

    [Theory]
    [InlineData("「Tern 4」を配布、次は音声 — Word Wire, https://word.example/1", "「Tern 4」を配布、次は音声")]
    [InlineData("「甲」と「乙」が合流 - Word Wire, https://word.example/2", "「甲」と「乙」が合流")]
    [InlineData("Tern raises $2B [Updated] - Word Wire, https://word.example/3", "Tern raises $2B [Updated]")]
    [InlineData("Tern ships Gull (Preview) - Word Wire, https://word.example/4", "Tern ships Gull (Preview)")]
    public void A_title_with_quotations_or_a_closing_bracket_is_whole(string source, string title)
    {
        var reference = Assert.Single(Read(Day("🔥 AI基盤技術ニュース", "- 項目です [1]。\n\n## 参考文献\n\n[1] " + source)).References);

        Assert.Equal((title, "Word Wire"), (reference.Title, reference.Publisher));
    }

    [Fact]
    public void An_address_beside_Japanese_ends_where_the_Japanese_begins()
    {
        var reading = new BriefingReader().Read(
            Day(
                "🔥 AI基盤技術ニュース",
                "- **甲社**: 案内は https://kou.example/a です。続きはhttps://kou.example/b。次の文（https://kou.example/c）。"
            )
        );

        Assert.DoesNotContain(reading.Briefing.Warnings, warning => warning.Code == WarningCodes.UnsafeLink);
        Assert.Equal("甲社", Assert.Single(reading.Briefing.News).Headline);
    }

    [Fact]
    public void A_line_broken_in_the_middle_of_Japanese_is_joined_without_a_blank() =>
        Assert.Equal(
            "項目の途中で折り返した見出し。",
            Assert.Single(Read(Day("🔥 AI基盤技術ニュース", "- 項目の途中で\n  折り返した見出し。")).News).Headline
        );

    [Fact]
    public void A_title_with_colons_keeps_them() =>
        Assert.Equal(
            "今日の動き 2026年4月14日：比は5:90:5、判定は:x:",
            Read("# 今日の動き 2026年4月14日：比は5:90:5、判定は:x:\n\n要旨。\n").Title
        );

    [Fact]
    public void What_is_struck_out_states_no_amount()
    {
        var round = Assert.Single(
            Read(Day("🚀 スタートアップ", "- **Brio**: シリーズAで~~4000万ドル~~ 6000万ドルを調達しました。\n- [x] 確認済み")).Funding
        );

        Assert.Equal(60_000_000m, round.Amount!.Value);
    }

    [Fact]
    public void A_document_inside_one_fence_is_a_document() =>
        Assert.Equal(
            ["🔥 AI基盤技術ニュース"],
            Read("```markdown\n" + Day("🔥 AI基盤技術ニュース", "- **項目**: 本文。") + "\n```\n")
                .Sections.Select(section => section.Heading)
        );

    [Fact]
    public void Wide_marks_and_wide_blanks_open_headings()
    {
        var briefing = Read("#　今日の動き 2026年4月14日\n\n要旨。\n\n＃＃　🔥 AI基盤技術ニュース\n\n- **項目**: 本文。\n");

        Assert.Equal(("今日の動き 2026年4月14日", "要旨。"), (briefing.Title, briefing.Lead));
        Assert.Equal(SectionKind.TechnologyNews, Assert.Single(briefing.Sections).Kind);
    }

    private static string Day(string heading, string section) =>
        $"# 今日の動き 2026年4月14日：見出し\n\n要旨。\n\n## {heading}\n\n{section}\n";

    private static Briefing Read(string text) => new BriefingReader().Read(text).Briefing;
}

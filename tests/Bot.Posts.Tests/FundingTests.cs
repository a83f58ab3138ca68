using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Funding;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Tests;

public class FundingTests
{
    [Fact]
    public void A_total_is_by_currency_and_marked_as_a_sum()
    {
        Assert.Equal(
            "合計 3億ドル（公表2社の合計）・5億円（公表1社）",
            FundingTotal.Line([Round("A", 100_000_000), Round("B", 200_000_000), Round("C", 500_000_000, "JPY")], Locale.Japanese)
        );
        Assert.Equal(
            "Total $300M (sum of 2 companies) · ¥500M (1 company)",
            FundingTotal.Line([Round("A", 100_000_000), Round("B", 200_000_000), Round("C", 500_000_000, "JPY")], Locale.English)
        );
    }

    [Fact]
    public void A_total_with_an_approximate_part_is_approximate() =>
        Assert.Equal(
            "合計 約2億ドル（公表2社の合計）",
            FundingTotal.Line([Round("A", 100_000_000), Round("B", 100_000_000, approximate: true)], Locale.Japanese)
        );

    [Fact]
    public void Ranges_and_undisclosed_rounds_are_counted_and_not_summed()
    {
        var range = Round("R", 0) with { Amount = new Money(null, 500, 700, "USD", false, "500〜700ドル") };
        var undisclosed = Round("U", 0) with { Amount = null, Undisclosed = true };
        Assert.Equal(
            "合計 1億ドル（公表1社）・幅のある額 1社（合計に含まず）・非公開 1社",
            FundingTotal.Line([Round("A", 100_000_000), range, undisclosed], Locale.Japanese)
        );
        Assert.Equal("非公開 2社", FundingTotal.Line([undisclosed, undisclosed with { Company = "V" }], Locale.Japanese));
    }

    [Fact]
    public void Only_completed_equity_is_summed()
    {
        FundingRound[] rounds =
        [
            Round("A", 100_000_000),
            Round("B", 50_000_000) with
            {
                Stage = "seed",
            },
            Round("C", 900_000_000) with
            {
                Stage = "acquisition",
            },
            Round("D", 20_000_000) with
            {
                Stage = "debt",
            },
            Round("E", 700_000_000) with
            {
                Status = FundingStatus.Planned,
            },
            Round("F", 0) with
            {
                Amount = null,
            },
        ];
        Assert.Equal(
            "合計 1.5億ドル（公表2社の合計）・金額不明 1社・融資 1件・買収 1件・計画 1件",
            FundingTotal.Line(rounds, Locale.Japanese)!.Replace("1億5000万", "1.5億", StringComparison.Ordinal)
        );
        Assert.Equal(
            "Total $150M (sum of 2 companies) · 1 company without a stated amount · 1 of debt · 1 acquisition · 1 planned",
            FundingTotal.Line(rounds, Locale.English)
        );
    }

    [Fact]
    public void What_is_planned_is_marked()
    {
        var round = Round("Quay", 100_000_000) with { Status = FundingStatus.Planned };
        var cell = new FundingCell(FieldRole.Company, "", Nodes.Paragraph("Quay").Inline!);
        Assert.Equal("Quay（計画）\n", TextRenderer.Render(new Message([FundingCard.InPost(round, [cell], Locale.Japanese)])));
    }

    [Fact]
    public void A_label_stands_once() =>
        Assert.StartsWith(
            "Mossbank　9000万ドル（評価額4億ドル）",
            Card("| Mossbank | 9000万ドル（評価額4億ドル） | - | x | y |"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_rounds_of_one_company_are_counted_as_rounds() =>
        Assert.Equal(
            "合計 2億ドル（公表2件の合計）",
            FundingTotal.Line([Round("A", 100_000_000), Round("A", 100_000_000)], Locale.Japanese)
        );

    [Fact]
    public void A_single_round_needs_no_total()
    {
        Assert.Null(FundingTotal.Line([Round("A", 100_000_000)], Locale.Japanese));
        Assert.Null(FundingTotal.Line([], Locale.Japanese));
        Assert.Null(FundingTotal.Line([Round("A", 0) with { Amount = null }, Round("B", 0) with { Amount = null }], Locale.Japanese));
    }

    [Fact]
    public void A_card_in_a_post_has_no_line_for_an_empty_cell() =>
        Assert.Equal(
            "Mossbank　9000万ドル・シリーズA\n油冷の計算機\n",
            Card("| **Mossbank** | 9000万ドル（シリーズA） | - | 油冷の計算機 | — |")
        );

    [Fact]
    public void Everything_that_a_cell_says_is_shown()
    {
        var text = Card(
            "| [Mossbank](https://mossbank.example)（旧Fernbank） | 最大9000万ドル（シリーズA、二回目） / 4億ドル | Fern Ventures（リード）, Slate Fundほか | 油冷の計算機 [2] | `静音` |"
        );
        Assert.Equal(
            "Mossbank (https://mossbank.example)（旧Fernbank）　最大9000万ドル（評価額 4億ドル）・シリーズA、二回目\n油冷の計算機 [2]\n投資家　Fern Ventures（リード）・Slate Fundほか\n注目　静音\n",
            text
        );
    }

    [Fact]
    public void An_investor_with_a_comma_in_its_name_stays_as_written() =>
        Assert.Contains(
            "投資家　Cove, Sons & Co, Slate Fund（リード, 共同）",
            Card(
                "| Mossbank | 1億ドル | Cove, Sons & Co, Slate Fund（リード, 共同） | x | y |",
                investors: ["Cove, Sons & Co", "Slate Fund"]
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_reply_names_the_day_and_says_what_the_briefing_does_not_state()
    {
        var reading = Compose.Read(Table("| Mossbank | 9000万ドル | - | 油冷の計算機 | |"));
        var round = reading.Briefing.Funding[0];
        var cells = round
            .Fields.Select(field => new FundingCell(field.Role, field.Header, Nodes.Paragraph(field.Markdown).Inline!))
            .ToList();
        Assert.Equal(
            "9000万ドル\n2026年3月4日・ステージ 記載なし\n油冷の計算機\n投資家　記載なし\n注目　記載なし\n",
            TextRenderer.Render(new Message([FundingCard.InReply(round, cells, Locale.Japanese, new DateOnly(2026, 3, 4))]))
        );
    }

    [Theory]
    [InlineData("**Mossbank** [1]", "Mossbank \uFFFC")]
    [InlineData("- Mossbank", "- Mossbank")]
    [InlineData("1. Mossbank", "1. Mossbank")]
    [InlineData("# Mossbank", "# Mossbank")]
    [InlineData("[Mossbank](javascript:x)", "Mossbank")]
    [InlineData("", "")]
    [InlineData("甲\n\n乙", "甲 乙")]
    public void A_stored_cell_is_read_as_one_line_and_is_harmless(string markdown, string expected)
    {
        var round = Round("Mossbank", 1) with { Fields = [new FundingField(FieldRole.Company, "企業名", markdown)] };
        var reference = new Reference(1, "Dock Weekly", null, null, "https://dockweekly.example/w", default) { Text = "" };
        var cell = Assert.Single(FundingCells.Of(round, new Dictionary<int, Reference> { [1] = reference }));
        Assert.Equal(expected, FlatText.Of(cell.Content));
        Assert.All(
            Walk.Inlines<Bot.Briefings.Citations.CitationInline>(cell.Content),
            citation => Assert.Equal([reference], citation.Sources)
        );
    }

    [Fact]
    public void A_row_that_is_no_round_is_a_card_of_its_own()
    {
        var text = Compose.Section(
            Table("| Mossbank | 1億ドル | A | x | y |\n| 合計 | 1億ドル | | | |\n| Quay | 2億ドル | B | z | |"),
            SectionKind.Startups
        );
        Assert.Contains("合計\n調達額/評価額: 1億ドル\n", text, StringComparison.Ordinal);
        Assert.Contains("\nQuay　2億ドル\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_in_a_list_is_a_card_with_the_authors_words()
    {
        var message = Compose.Message(
            "# T 2026年3月4日：h\n\n## 資金調達\n\n- **Mossbank**: シリーズAで9000万ドルを調達しました。出資はFern Venturesです [1]。\n- **Quay**: 3億円を調達しました。\n",
            SectionKind.Startups
        );
        Assert.Equal(2, Compose.Roles(message, BlockRole.Card).Count());
        Assert.Contains("出資はFern Venturesです [1]。", TextRenderer.Render(message), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_number_in_the_column_of_citations_is_a_citation()
    {
        var markdown =
            "# T 2026年3月4日：h\n\n## 資金調達\n\n| 企業名 | 調達額 | 引用 |\n|---|---|---|\n| Mossbank | 1億ドル | 1 |\n\n## 参考文献\n\n[1] Dock Weekly. (2026). *W*. https://dockweekly.example/w\n";
        Assert.Contains("Mossbank　1億ドル [1]", Compose.Section(markdown, SectionKind.Startups), StringComparison.Ordinal);
        Assert.Contains(
            "[1] Dock Weekly https://dockweekly.example/w",
            Compose.Section(markdown, SectionKind.Startups),
            StringComparison.Ordinal
        );
    }

    private static string Table(string rows) =>
        "# T 2026年3月4日：h\n\n## 資金調達\n\n| 企業名 | 調達額/評価額 | 主要投資家 | 概要 | 注目点 |\n|---|---|---|---|---|\n"
        + rows
        + "\n";

    private static string Card(string row, string[]? investors = null)
    {
        var reading = Compose.Read(Table(row));
        var round = Assert.Single(reading.Briefing.Funding);
        round = investors is null ? round : round with { Investors = investors };
        var table = reading.Document.Descendants<Markdig.Extensions.Tables.Table>().Single();
        var card = FundingCard.InPost(round, FundingCells.Of(round, (Markdig.Extensions.Tables.TableRow)table[1]), Locale.Japanese);
        Assert.IsType<ContainerInline>(((LeafBlock)card[0]).Inline);
        return TextRenderer.Render(new Message([card]));
    }

    private static FundingRound Round(string company, decimal value, string currency = "USD", bool approximate = false) =>
        new()
        {
            Company = company,
            SectionOrder = 1,
            Markdown = company,
            Amount = new Money(value, null, null, currency, approximate, "x"),
        };
}

using Bot.Briefings.Funding;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Tests.Funding;

public sealed class ColumnTests
{
    [Theory]
    [InlineData("企業名|概要|調達額/評価額|主要投資家|未来変革ポテンシャル|引用", "Company|Summary|Amount|Investors|Potential|Citations")]
    [InlineData("Ref|Startup|Round|Amount|Post-money|Backers|What it does", "Citations|Company|Stage|Amount|Valuation|Investors|Summary")]
    [InlineData("企業概要|企業|資金調達ラウンド|調達時評価額|調達日|調達先", "Summary|Company|Stage|Valuation|Other|Investors")]
    [InlineData("社名|累計調達額|金額", "Company|Other|Amount")]
    [InlineData("スタートアップ|リード / 参加|国", "Company|Investors|Other")]
    [InlineData("番号|会社|金額（億円）|企業価値（億円）|段階|出し手|根拠", "Other|Company|Amount|Valuation|Stage|Investors|Citations")]
    [InlineData("Startup|Raised / Valuation|Series|Led by|Also in", "Company|Amount|Stage|Investors|Investors")]
    public void A_header_tells_what_its_column_holds(string headers, string roles)
    {
        var columns = new FundingColumns(headers.Split('|'), Vocabulary.Default);

        Assert.Equal(roles, string.Join('|', Enumerable.Range(0, headers.Split('|').Length).Select(columns.Role)));
    }

    [Theory]
    [InlineData("指標|今週|先週")]
    [InlineData("企業|従業員数|拠点")]
    [InlineData("ステージ|件数|総額")]
    [InlineData("企業|評価額")]
    public void A_table_about_something_else_is_no_list_of_rounds(string headers) =>
        Assert.False(new FundingColumns(headers.Split('|'), Vocabulary.Default).AreFunding);

    [Theory]
    [InlineData("| Startup | Deal | Investors |\n|-|-|-|\n| X | $300M Series E | A |\n| Y | - | B |", "X 300000000 series-e, Y  ")]
    [InlineData("| Player | Raised | Lead |\n|-|-|-|\n| **X** | $3M | A |\n| [Y](https://y.example) | $4M | B |", "X 3000000 , Y 4000000 ")]
    [InlineData("| 企業 | 調達額 | 分類 | 投資家 |\n|-|-|-|-|\n| X | 3億円 | シード | A |", "X 300000000 seed")]
    [InlineData(
        "今週の調達（単位：百万ドル）\n\n| 企業 | 調達額 | 投資家 |\n|-|-|-|\n| X | 24 | A |\n| Y | 20億円 | B |",
        "X 24000000 , Y 2000000000 "
    )]
    [InlineData("Amounts in $ millions.\n\n| Startup | Raised | Lead |\n|-|-|-|\n| X | 10.5 | A |", "X 10500000 ")]
    [InlineData("| 買い手 | 対象 | 金額 |\n|-|-|-|\n| A | X | 約10億ドル |", "X 1000000000 acquisition")]
    [InlineData("| 企業 | 買収額 | 投資家 |\n|-|-|-|\n| X | 10億ドル | A |", "X 1000000000 acquisition")]
    [InlineData("| 企業 | 売上 | 投資家 |\n|-|-|-|\n| X | 3億円 | A |", "")]
    [InlineData("| 指標 | 今週 |\n|-|-|\n| **件数** | 3億円 |", "")]
    public void A_column_whose_header_says_nothing_is_known_by_its_cells(string table, string rounds) =>
        Assert.Equal(
            rounds,
            string.Join(
                ", ",
                new BriefingReader()
                    .Read("## 資金調達\n\n" + table + "\n")
                    .Briefing.Funding.Select(round => $"{round.Company} {round.Amount?.Value:0} {round.Stage}")
            )
        );

    [Fact]
    public void A_round_keeps_its_row_with_the_roles_of_its_cells()
    {
        var round = Assert.Single(
            new BriefingReader()
                .Read("## 資金調達\n\n| 企業 | 調達額 | 国 |\n|-|-|-|\n| **X**（旧Y） | 1億ドル [1] | 日本 |\n")
                .Briefing.Funding
        );

        Assert.Equal("X", round.Company);
        Assert.Equal(
            [
                new FundingField(FieldRole.Company, "企業", "**X**（旧Y）"),
                new FundingField(FieldRole.Amount, "調達額", "1億ドル [1]"),
                new FundingField(FieldRole.Other, "国", "日本"),
            ],
            round.Fields
        );
        Assert.Equal("| **X**（旧Y） | 1億ドル [1] | 日本 |", round.Markdown);
        Assert.Equal(new TextPosition(5, 1), round.Position);
    }
}

using Bot.Briefings.Funding;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Tests.Funding;

public sealed class AmountTests
{
    private readonly AmountCellReader _reader = new(
        Vocabulary.Default,
        new MoneyScanner(Vocabulary.Default),
        new StageScanner(Vocabulary.Default)
    );

    [Theory]
    [InlineData("200億ドル", "20000000000 USD")]
    [InlineData("2300億ドル", "230000000000 USD")]
    [InlineData("約3.5億ドル", "~350000000 USD")]
    [InlineData("プレシード 300万ユーロ", "3000000 EUR")]
    [InlineData("1800万ドル", "18000000 USD")]
    [InlineData("1兆2000億円", "1200000000000 JPY")]
    [InlineData("3億5000万ドル", "350000000 USD")]
    [InlineData("1億2千万ドル", "120000000 USD")]
    [InlineData("1,200万ユーロ", "12000000 EUR")]
    [InlineData("５億ドル", "500000000 USD")]
    [InlineData("２．５億ドル", "250000000 USD")]
    [InlineData("５，０００万円", "50000000 JPY")]
    [InlineData("20億元", "2000000000 CNY")]
    [InlineData("五億ドル", "500000000 USD")]
    [InlineData("二十億円", "2000000000 JPY")]
    [InlineData("860百万ドル", "860000000 USD")]
    [InlineData("百万ドル", "1000000 USD")]
    [InlineData("3千万ドル", "30000000 USD")]
    [InlineData("2億米ドル", "200000000 USD")]
    [InlineData("5億香港ドル", "500000000 HKD")]
    [InlineData("5億豪ドル", "500000000 AUD")]
    [InlineData("3億ポンド", "300000000 GBP")]
    [InlineData("100億ウォン", "10000000000 KRW")]
    [InlineData("￥30億", "3000000000 JPY")]
    [InlineData("30億円超", "~3000000000 JPY")]
    [InlineData("最大10億ドル", "~1000000000 USD")]
    [InlineData("10億ドル規模", "~1000000000 USD")]
    [InlineData("10億ドル以上", "~1000000000 USD")]
    [InlineData("10億ドル前後", "~1000000000 USD")]
    [InlineData("$1.2B", "1200000000 USD")]
    [InlineData("$36M", "36000000 USD")]
    [InlineData("$8.5m", "8500000 USD")]
    [InlineData("$140 million", "140000000 USD")]
    [InlineData("US$50 million", "50000000 USD")]
    [InlineData("USD 50M", "50000000 USD")]
    [InlineData("USD50M", "50000000 USD")]
    [InlineData("50M EUR", "50000000 EUR")]
    [InlineData("€50M", "50000000 EUR")]
    [InlineData("50M€", "50000000 EUR")]
    [InlineData("£2.5m", "2500000 GBP")]
    [InlineData("A$20M", "20000000 AUD")]
    [InlineData("C$20M", "20000000 CAD")]
    [InlineData("S$20M", "20000000 SGD")]
    [InlineData("HK$20M", "20000000 HKD")]
    [InlineData("₩10 billion", "10000000000 KRW")]
    [InlineData("₹500 crore", "5000000000 INR")]
    [InlineData("₹50 lakh", "5000000 INR")]
    [InlineData("$120,000,000", "120000000 USD")]
    [InlineData("$750k", "750000 USD")]
    [InlineData("1.2bn dollars", "1200000000 USD")]
    [InlineData("30 million Canadian dollars", "30000000 CAD")]
    [InlineData("over $100M", "~100000000 USD")]
    [InlineData("up to $2 billion", "~2000000000 USD")]
    [InlineData("more than $5m", "~5000000 USD")]
    [InlineData("nearly €5m", "~5000000 EUR")]
    [InlineData("~$5m", "~5000000 USD")]
    [InlineData("$100M+", "~100000000 USD")]
    [InlineData("5〜7億ドル", "500000000..700000000 USD")]
    [InlineData("5億〜7億ドル", "500000000..700000000 USD")]
    [InlineData("5000万～1億ドル", "50000000..100000000 USD")]
    [InlineData("5億から7億ドル", "500000000..700000000 USD")]
    [InlineData("$5-7 million", "5000000..7000000 USD")]
    [InlineData("$5–7M", "5000000..7000000 USD")]
    [InlineData("$500M–$700M", "500000000..700000000 USD")]
    [InlineData("$500 million to $700 million", "500000000..700000000 USD")]
    [InlineData("€5m - €7m", "5000000..7000000 EUR")]
    [InlineData("5,000万ドル〜", "~50000000 USD")]
    [InlineData("8 Mio. €", "8000000 EUR")]
    [InlineData("千五百万ドル", "15000000 USD")]
    [InlineData("1兆5,000億円（100億ドル相当）の融資枠", "1500000000000 JPY")]
    [InlineData("最大5億ドル（うち2億ドルは成功報酬）", "~500000000 USD")]
    public void An_amount_is_read_in_full_units(string cell, string expected) =>
        Assert.Equal(expected, Show(_reader.Read(cell, AmountHeader.Amount).Amount));

    [Theory]
    [InlineData("200億ドル / 2300億ドル", "20000000000 USD", "230000000000 USD")]
    [InlineData("２．５億ドル／１８億ドル", "250000000 USD", "1800000000 USD")]
    [InlineData("8000万ドル（評価額33億ドル）", "80000000 USD", "3300000000 USD")]
    [InlineData("8000万ドル（33億ドル）", "80000000 USD", "3300000000 USD")]
    [InlineData("$140 million (Series A) / $900 million", "140000000 USD", "900000000 USD")]
    [InlineData("$50M at a $900M valuation", "50000000 USD", "900000000 USD")]
    [InlineData("$50M ($1.2B post-money)", "50000000 USD", "1200000000 USD")]
    [InlineData("5000万ドル、評価額：10億ドル超", "50000000 USD", "~1000000000 USD")]
    [InlineData("300億円（時価総額2500億円）", "30000000000 JPY", "250000000000 JPY")]
    [InlineData("60億円（約4000万ドル）", "6000000000 JPY", null)]
    [InlineData("- / 10億ドル", null, "1000000000 USD")]
    [InlineData("10億ドル / -", "1000000000 USD", null)]
    [InlineData("10億ドル / 非公開", "1000000000 USD", null)]
    [InlineData("1億ドル（累計3億ドル）", "100000000 USD", null)]
    [InlineData("$30M equity + $20M debt", "30000000 USD", null)]
    [InlineData("S$1.1 billion at S$6 billion", "1100000000 SGD", "6000000000 SGD")]
    [InlineData("2000万ドル (Series A) @ 1億ドル", "20000000 USD", "100000000 USD")]
    public void An_amount_and_a_valuation_share_a_cell(string cell, string? amount, string? valuation)
    {
        var read = _reader.Read(cell, new AmountHeader([FieldRole.Amount, FieldRole.Valuation], default));

        Assert.Equal(amount, Show(read.Amount));
        Assert.Equal(valuation, Show(read.Valuation));
        Assert.False(read.Undisclosed);
        Assert.False(read.IsUnparsed);
    }

    [Theory]
    [InlineData("非公開")]
    [InlineData("未公表")]
    [InlineData("金額は非開示")]
    [InlineData("undisclosed")]
    [InlineData("Undisclosed (Seed)")]
    [InlineData("not disclosed")]
    [InlineData("非公開（評価額10億ドル）")]
    [InlineData("非公開 / 10億ドル")]
    [InlineData("非公開（推定5,000万ドル）")]
    public void An_amount_that_is_not_public_is_undisclosed(string cell)
    {
        var read = _reader.Read(cell, AmountHeader.Amount);

        Assert.True(read.Undisclosed);
        Assert.Null(read.Amount);
        Assert.False(read.IsUnparsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("N/A")]
    [InlineData("なし")]
    [InlineData("- / -")]
    [InlineData("N/A（シード）")]
    public void An_empty_cell_is_neither_undisclosed_nor_unparsed(string cell)
    {
        var read = _reader.Read(cell, AmountHeader.Amount);

        Assert.Null(read.Amount);
        Assert.False(read.Undisclosed);
        Assert.False(read.IsUnparsed);
    }

    [Theory]
    [InlineData("数億ドル")]
    [InlineData("数十億円")]
    [InlineData("several million dollars")]
    [InlineData("交渉中")]
    [InlineData("TBD")]
    [InlineData("10億")]
    [InlineData("not much")]
    public void Words_that_state_no_amount_are_unparsed(string cell)
    {
        var read = _reader.Read(cell, AmountHeader.Amount);

        Assert.Null(read.Amount);
        Assert.True(read.IsUnparsed);
    }

    [Theory]
    [InlineData("シリーズCで9,900万ドルを調達。評価額は前回の2倍の11億ドルになった", "99000000 USD", "1100000000 USD")]
    [InlineData("前回ラウンドの評価額5億ドルから倍増の10億ドルで、1.2億ドルを調達", "120000000 USD", null)]
    [InlineData(
        "raised $85 million at a post-money valuation of $640 million, taking total funding to $310 million",
        "85000000 USD",
        "640000000 USD"
    )]
    [InlineData("goes public at a $1.5B valuation, raising $200M", "200000000 USD", "1500000000 USD")]
    [InlineData("累計調達額：110億円\n金額：30億円", "3000000000 JPY", null)]
    [InlineData("ARRは1億ドルを突破。シリーズCで1.5億ドルを調達", "150000000 USD", null)]
    public void Prose_states_an_amount_and_a_valuation(string text, string amount, string? valuation)
    {
        var read = Assert.Single(
            new BriefingReader().Read("## 資金調達\n\n- **Acme**: " + text.Replace("\n", "\n  ", StringComparison.Ordinal)).Briefing.Funding
        );

        Assert.Equal((amount, valuation), (Show(read.Amount), Show(read.Valuation)));
    }

    [Fact]
    public void A_header_may_name_unit_and_currency_once()
    {
        var columns = new FundingColumns(["企業", "調達額（百万ドル）"], Vocabulary.Default);

        Assert.Equal("120000000 USD", Show(_reader.Read("120", columns.AmountHeader(1)).Amount));
        Assert.Equal("20000000 EUR", Show(_reader.Read("€20M", columns.AmountHeader(1)).Amount));
    }

    [Fact]
    public void The_amount_is_kept_as_written() =>
        Assert.Equal("約４００万ドル", _reader.Read("約４００万ドル（シード）", AmountHeader.Amount).Amount!.Raw);

    private static string? Show(Money? money) =>
        money is null
            ? null
            : (money.Approximate ? "~" : "")
                + (money.Value is { } value ? $"{value:0}" : $"{money.Min:0}..{money.Max:0}")
                + " "
                + money.Currency;
}

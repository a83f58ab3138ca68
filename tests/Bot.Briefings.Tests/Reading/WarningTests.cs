using Bot.Briefings.Model;

namespace Bot.Briefings.Tests.Reading;

public sealed class WarningTests
{
    private const string Clean =
        "# 2026年1月6日\n\nリード。\n\n## AIニュース\n\n- **A、B**: c [1]\n\n## 参考文献\n\n[1] Wire. (2026, January 5). *One*. https://wire.example/1\n";

    [Fact]
    public void A_clean_briefing_has_no_warnings() => Assert.Empty(Read(Clean));

    [Theory]
    [InlineData("missing-title", 1, 1, "# 2026年1月6日\n", "2026年1月6日\n", "date-not-in-title")]
    [InlineData("multiple-titles", 3, 1, "リード。", "# もう一つ")]
    [InlineData("date-not-in-title", 1, 1, "# 2026年1月6日\n\nリード。", "# 題\n\n2026年1月6日。")]
    [InlineData("missing-references", 12, 1, "## 参考文献", "## 市場分析", "dangling-citation")]
    [InlineData("unknown-section", 5, 1, "## AIニュース", "## 現場レポート")]
    [InlineData("empty-section", 5, 1, "- **A、B**: c [1]", "---")]
    [InlineData("dangling-citation", 7, 14, "[1]\n", "[9]\n")]
    [InlineData(
        "duplicate-reference-number",
        12,
        1,
        "wire.example/1\n",
        "wire.example/1\n[1] Wire. (2026). *Two*. https://wire.example/2\n"
    )]
    [InlineData("reference-number-gap", 13, 1, "wire.example/1\n", "wire.example/1\n[3] Wire. (2026). *Two*. https://wire.example/2\n")]
    [InlineData("reference-without-number", 13, 1, "wire.example/1\n", "wire.example/1\n\nWire. (2026). *Two*. https://wire.example/2\n")]
    [InlineData("malformed-reference", 11, 1, "*One*. ", "")]
    [InlineData("malformed-reference", 11, 1, "(2026, January 5)", "(n.d.)")]
    [InlineData("malformed-reference", 11, 1, "Wire. ", "")]
    [InlineData("malformed-reference", 11, 1, "https://wire.example/1", "")]
    [InlineData("unsafe-link", 3, 1, "リード。", "[a](JavaScript:alert%281%29)")]
    [InlineData("unsafe-link", 3, 2, "リード。", "あ<ftp://a.example/>")]
    [InlineData("unsafe-link", 3, 1, "リード。", "![a](data:text/html,x)")]
    [InlineData("mention-injection", 3, 2, "リード。", "あ@everyone")]
    [InlineData("mention-injection", 3, 1, "リード。", "<!channel> あ")]
    [InlineData("mention-injection", 3, 1, "リード。", "<@U123ABC> あ")]
    [InlineData("mention-injection", 3, 1, "リード。", "<@&42> あ")]
    [InlineData("raw-html", 3, 2, "リード。", "あ<b>い</b>")]
    [InlineData("raw-html", 3, 1, "リード。", "<script>\nalert(1)\n</script>")]
    [InlineData("ragged-table-row", 5, 1, "リード。", "| a | b |\n|-|-|\n| c |")]
    [InlineData("invisible-characters", 3, 2, "リード。", "リ\u200Bード。")]
    [InlineData("invisible-characters", 3, 2, "リード。", "リ\u202Eード。")]
    public void A_defect_is_reported_with_its_place(string code, int line, int column, string replaced, string by, string? also = null)
    {
        var warnings = Read(Clean.Replace(replaced, by, StringComparison.Ordinal));

        var warning = warnings.First(warning => warning.Code == code);
        Assert.Equal(new TextPosition(line, column), warning.Position);
        Assert.Equal(new[] { code, also }.OfType<string>().Order(), warnings.Select(other => other.Code).Distinct().Order());
    }

    [Theory]
    [InlineData("a<br>b<br/>c<BR />d")]
    [InlineData("`@everyone <b> [9] <!here>`")]
    [InlineData("desk@here.example")]
    [InlineData("[a](https://a.example) [b](mailto:a@b.example) [c](#d) [e](f/g.md)")]
    [InlineData("👩‍💻と🏳️‍🌈と❤️と1️⃣")]
    [InlineData("a\u00A0b")]
    [InlineData("3 < 5 & 7 > 6")]
    [InlineData("```\n<b> @here [9] \u200B\n## a\n| a |\n```")]
    [InlineData("<!-- note -->")]
    public void What_is_harmless_is_not_reported(string text) =>
        Assert.Empty(Read(Clean.Replace("リード。", text, StringComparison.Ordinal)));

    [Fact]
    public void A_cell_that_states_no_amount_is_reported_where_it_stands()
    {
        var text = Clean.Replace(
            "## AIニュース",
            "## 資金調達\n\n| 企業 | 調達額 |\n|-|-|\n| X | 数億ドル |\n\n## AIニュース",
            StringComparison.Ordinal
        );

        var warning = Assert.Single(Read(text));
        Assert.Equal((WarningCodes.UnparsedAmount, 9), (warning.Code, warning.Position.Line));
    }

    private static IReadOnlyList<Warning> Read(string text) => new BriefingReader().Read(text).Briefing.Warnings;
}

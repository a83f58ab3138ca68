using Bot.Briefings;
using Bot.Chat;
using Bot.Intake.Holding;
using Bot.Testing.Briefings;

namespace Bot.Intake.Tests.Holding;

public sealed class GateRuleTests
{
    private static readonly BriefingKey Key = new("us-ai", new DateOnly(2026, 1, 6));
    private static readonly FixtureBriefing Fixture = new();

    [Fact]
    public void Without_a_gate_everything_passes() => Assert.Null(Judge(new SeriesGate(), "# 動向 2026年1月6日\n\n段落[4][5]。\n"));

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void Fewer_sections_than_the_least_are_held(int least, bool held) =>
        Assert.Equal(held, Judge(new SeriesGate { LeastSections = least }, Fixture.ToMarkdown()) is not null);

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(0, true)]
    public void More_citations_without_a_reference_than_the_most_are_held(int most, bool held)
    {
        var text = Fixture.ToMarkdown().Replace("測に向けたものです。 [3]", "測に向けたものです。 [31][32]", StringComparison.Ordinal);

        Assert.Equal(held, Judge(new SeriesGate { MostUnresolved = most }, text) is not null);
    }

    [Fact]
    public void A_smaller_understood_share_than_the_least_is_held_and_said_rounded_down()
    {
        var dark =
            "## AI半導体ニュース\n\n"
            + string.Join(
                "\n\n",
                Enumerable.Range(1, 30).Select(number => $"この段落は第{number}の話題について長く語りますが、項目の形をしていません。")
            )
            + "\n";
        var text = $"# 動向 2026年1月6日\n\n## AI基盤技術ニュース\n\n- **Mossfield、装置を公開**: 山で動きます。\n\n{dark}";

        Assert.Null(Judge(new SeriesGate { LeastUnderstood = 0.01 }, text));
        var hold = Judge(new SeriesGate { LeastUnderstood = 0.9 }, text);
        Assert.Equal(HoldReason.Gate, hold!.Reason);
        Assert.Contains("90%", hold.Text.Japanese, StringComparison.Ordinal);
        Assert.Contains("confirm us-ai 2026-01-06", hold.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shortfall_is_named()
    {
        var hold = Judge(
            new SeriesGate { LeastSections = 5, MostUnresolved = 0 },
            "# 動向 2026年1月6日\n\n## AI基盤技術ニュース\n\n- **Mossfield、装置を公開**: 山で動きます [9]。\n"
        );

        Assert.Contains(
            "1 sections (minimum 5), 1 citations without a reference (maximum 0)",
            hold!.Text.English,
            StringComparison.Ordinal
        );
    }

    private static Hold? Judge(SeriesGate gate, string document) =>
        GateRule.Judge(new Series("us-ai", "US AI", TimeZoneInfo.Utc) { Gate = gate }, new BriefingReader().Read(document), Key);
}

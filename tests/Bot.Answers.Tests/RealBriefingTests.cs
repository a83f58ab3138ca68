using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Testing;

namespace Bot.Answers.Tests;

/// <summary>Readers' questions about the briefing the bot is built for.</summary>
public sealed class RealBriefingTests
{
    [Fact]
    public async Task Who_raised_is_answered_with_its_figures_and_sources()
    {
        await using var desk = await OpenAsync();

        var text = await desk.AskAsync("/funding xai");

        Assert.StartsWith("xAI の資金調達は1件です\n\n200億ドル（評価額 2300億ドル）\n2026年1月6日・ステージ 記載なし\n", text);
        Assert.Contains("\n投資家　NVIDIA・Cisco・Fidelity\n", text);
        Assert.Contains("\n  [8] CNBC https://www.cnbc.com/2026/01/06/", text);
        Assert.Contains("\nほかの言及　要旨、新興企業・スタートアップ動向の本文\n", text);
    }

    [Fact]
    public async Task Who_invested_is_answered_with_the_round()
    {
        await using var desk = await OpenAsync();

        Assert.Contains("出資者としては1件: xAI 200億ドル（1/6） [8] CNBC (https://www.cnbc.com/", await desk.AskAsync("/funding nvidia"));
    }

    [Fact]
    public async Task The_newest_rounds_and_the_outlook_are_answered()
    {
        await using var desk = await OpenAsync();

        var funding = await desk.AskAsync("/funding");
        Assert.StartsWith("1月6日(火)の資金調達は4社です\n\n合計 201億7660万ドル（公表4社の合計）\n", funding);
        var outlook = await desk.AskAsync("/outlook medium");
        Assert.StartsWith("中期（1〜3年）: 産業AI OSの標準化\n\n1月6日(火)のブリーフィングから\n", outlook);
        Assert.Contains("目安 2027年1月〜2029年1月", outlook);
    }

    private static async Task<AnswerDesk> OpenAsync()
    {
        var reading = new BriefingReader().Read(SharedFolder.Briefing());
        var desk = await AnswerDesk.OpenAsync();
        await desk.Archive.SaveAsync(
            new SaveRequest
            {
                Series = "us-ai",
                Date = reading.Briefing.Date!.Value,
                Reading = reading,
                Origin = "cli",
            },
            TestContext.Current.CancellationToken
        );
        return desk;
    }
}

using Bot.Chat.Platforms;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;
using CsCheck;

namespace Bot.Slack.Tests.Rendering;

/// <summary>
/// Rendered messages pass the emulator, whose validator was written independently, as they are and not in a plainer form.
/// </summary>
public sealed class EmulatorTests
{
    [Theory]
    [InlineData("sample-briefing.md")]
    [InlineData("lantern.ja.md")]
    [InlineData("ferry.en.md")]
    [InlineData("odd-shapes.md")]
    [InlineData("hostile.ja.md")]
    public async Task A_briefing_is_accepted(string fixture)
    {
        await using var bench = await SlackBench.StartAsync();

        await PostAsync(bench, Compose.Fixture(fixture));
    }

    [Fact]
    public async Task Any_Markdown_is_accepted()
    {
        await using var bench = await SlackBench.StartAsync();

        await SplittingTests.Document.SampleAsync(
            body => PostAsync(bench, $"# 題 2026年1月11日：見出し\n\n要旨です。{body}\n\n## 戦略的な示唆\n\n{body}\n"),
            iter: 12,
            threads: 1
        );
    }

    private static async Task PostAsync(SlackBench bench, string markdown)
    {
        var posted = 0;
        foreach (var (name, message) in Compose.Messages(Compose.Thread(markdown)))
        {
            foreach (var payload in bench.Platform.Render(message))
            {
                Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request($"{name}{posted++}", payload)));
            }
        }

        Assert.Empty(bench.Alerts.All);
        Assert.True(bench.Server.Messages(SlackServer.FirstChannel).Count >= posted);
    }
}

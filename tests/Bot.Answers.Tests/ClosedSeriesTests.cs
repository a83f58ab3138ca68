using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Text;

namespace Bot.Answers.Tests;

public sealed class ClosedSeriesTests
{
    private static readonly Series Closed = new("secret", "Secret", TimeZoneInfo.Utc) { Workspaces = ["slack:T1"] };

    [Fact]
    public async Task A_workspace_that_may_ask_nothing_learns_nothing()
    {
        await using var desk = await AnswerDesk.OpenAsync(Closed);
        await desk.StoreAsync(RealDay.Briefing, series: "secret");

        foreach (var name in new[] { "funding", "outlook", "sources" })
        {
            var reply = await desk.ReplyAsync(new CommandCall(name, "", Locale.English) { Platform = PlatformId.Slack, Workspace = "T2" });
            Assert.False(reply.Succeeded);
            Assert.Equal("There are no briefings that this workspace may ask about.\n", TextRenderer.Render(reply.Message));
        }

        var help = await desk.ReplyAsync(new CommandCall("help", "", Locale.English) { Platform = PlatformId.Slack, Workspace = "T2" });
        Assert.DoesNotContain("xAI", TextRenderer.Render(help.Message));
    }
}

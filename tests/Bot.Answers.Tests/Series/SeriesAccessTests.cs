using Bot.Answers.Series;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;

namespace Bot.Answers.Tests.Series;

public sealed class SeriesAccessTests
{
    private static readonly AskableSeries Closed = new("secret", TimeZoneInfo.Utc, ["slack:T1"]);

    private static readonly AskableSeries Open = new("us-ai", TimeZoneInfo.Utc, []);

    private static CommandCall Call => new("funding", "", Locale.Japanese);

    [Fact]
    public void Without_configuration_there_is_one_series() => Assert.Equal("us-ai", new SeriesAccess([]).Of(Call)?.Key);

    [Fact]
    public void A_workspace_asks_the_first_series_that_it_may()
    {
        var access = new SeriesAccess([Closed, Open]);

        Assert.Equal("secret", access.Of(Call with { Platform = PlatformId.Slack, Workspace = "T1" })?.Key);
        Assert.Equal("us-ai", access.Of(Call with { Platform = PlatformId.Slack, Workspace = "T2" })?.Key);
        Assert.Equal("us-ai", access.Of(Call with { Platform = PlatformId.Discord, Workspace = "T1" })?.Key);
    }

    [Fact]
    public void Naming_a_series_does_not_open_it()
    {
        var access = new SeriesAccess([Closed, Open]);

        Assert.Null(access.Of(Call with { Platform = PlatformId.Slack, Workspace = "T2", Series = "secret" }));
        Assert.Equal("secret", access.Of(Call with { Platform = PlatformId.Slack, Workspace = "T1", Series = "secret" })?.Key);
        Assert.Null(access.Of(Call with { Series = "unheard-of" }));
    }

    [Fact]
    public void E13_Only_the_operator_may_ask_about_all_and_a_call_from_nowhere_is_not_his()
    {
        var access = new SeriesAccess([Closed, Open]);

        Assert.Equal("secret", access.Of(Call with { IsOperators = true })?.Key);
        Assert.Equal("secret", access.Of(Call with { IsOperators = true, Platform = PlatformId.Slack })?.Key);
        Assert.Equal("us-ai", access.Of(Call with { Platform = PlatformId.Slack, Workspace = "" })?.Key);
        Assert.Null(access.Of(Call with { Platform = PlatformId.Slack, Workspace = "", Series = "secret" }));
    }

    [Fact]
    public async Task A_workspace_that_may_ask_nothing_learns_nothing()
    {
        await using var desk = await AnswerDesk.OpenAsync(Closed);
        await desk.StoreAsync(RealDay.Briefing, series: "secret");

        foreach (var name in new[] { "funding", "outlook", "sources" })
        {
            var reply = await desk.ReplyAsync(new CommandCall(name, "", Locale.English) { Platform = PlatformId.Slack, Workspace = "T2" });
            Assert.False(reply.Succeeded);
            Assert.Equal("There is no briefing that this workspace may ask about.\n", Chat.Text.TextRenderer.Render(reply.Message));
        }

        var help = await desk.ReplyAsync(new CommandCall("help", "", Locale.English) { Platform = PlatformId.Slack, Workspace = "T2" });
        Assert.DoesNotContain("xAI", Chat.Text.TextRenderer.Render(help.Message));
    }
}

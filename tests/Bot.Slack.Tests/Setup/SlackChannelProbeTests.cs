using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Tests.Setup;

public sealed class SlackChannelProbeTests
{
    [Fact]
    public async Task A_channel_that_the_bot_is_in_can_be_used()
    {
        await using var listening = await Listening.StartAsync();
        var probe = await ProbeAsync(listening);
        Assert.True(probe.Usable);
        Assert.Equal("general", probe.Name);
        Assert.Empty(probe.Missing);
        Assert.Null(probe.Problem);
    }

    [Theory]
    [InlineData("archived", "archived")]
    [InlineData("not a member", "/invite")]
    [InlineData("private and not invited", "not invited")]
    [InlineData("unknown", "deleted")]
    public async Task B4_What_is_in_the_way_is_said_with_what_to_do(string what, string expected)
    {
        await using var listening = await Listening.StartAsync();
        var channel = listening.Slack.World.Channel(Listening.Channel);
        channel.IsArchived = what == "archived";
        channel.IsMember = what is not ("not a member" or "private and not invited");
        channel.IsPrivate = what == "private and not invited";
        var probe = await ProbeAsync(listening, what == "unknown" ? "C9999999999" : Listening.Channel);
        Assert.False(probe.Usable);
        Assert.Contains(expected, probe.Problem!.English, StringComparison.Ordinal);
        Assert.NotEmpty(probe.Problem.Japanese);
    }

    [Fact]
    public async Task B2_Missing_scopes_are_named()
    {
        await using var listening = await Listening.StartAsync(prepare: slack =>
            slack.World.AddToken(SlackServer.FirstToken, Listening.Team, ["channels:read", "chat:write"])
        );
        var probe = await ProbeAsync(listening);
        Assert.False(probe.Usable);
        Assert.Equal(["channels:history"], probe.Missing.Select(scope => scope.English));
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_says_nothing_about_the_channel()
    {
        await using var listening = await Listening.StartAsync();
        listening.Slack.Script.Add(new Fault(Decision.Refuse("internal_error"), null) { Operation = "conversations.info" });
        Assert.True((await ProbeAsync(listening)).Unanswered);
    }

    [Fact]
    public async Task A_workspace_without_the_bot_is_said_to_be_one()
    {
        await using var listening = await Listening.StartAsync();
        var probe = await listening
            .Services.GetRequiredService<IChannelProbe>()
            .ProbeAsync(new ChannelAddress(PlatformId.Slack, "T9999999999", Listening.Channel), [SendOptions.None], Listening.Cancellation);
        Assert.Contains("T9999999999", probe.Problem!.English, StringComparison.Ordinal);
    }

    private static Task<ChannelProbe> ProbeAsync(Listening listening, string channel = Listening.Channel) =>
        listening
            .Services.GetRequiredService<IChannelProbe>()
            .ProbeAsync(new ChannelAddress(PlatformId.Slack, Listening.Team, channel), [SendOptions.None], Listening.Cancellation);
}

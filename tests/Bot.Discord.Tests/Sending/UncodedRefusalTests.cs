using Bot.Chat.Platforms;
using Bot.Emulators.Faults;

namespace Bot.Discord.Tests.Sending;

/// <summary>Statuses without a code of Discord's: a proxy's page, a blocked address, a route that is briefly unavailable.</summary>
public sealed class UncodedRefusalTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(410)]
    [InlineData(422)]
    public async Task H7_They_say_nothing_about_channel_thread_or_payload(int status)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", decision: Decision.Refuse($"uncoded {status}"), times: 2);

        Assert.Equal(RejectReason.Other, Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request(thread))).Reason);
        Assert.Equal(RejectReason.Other, Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request())).Reason);
        Assert.Equal(ThreadStanding.Open, (await desk.ThreadAsync(thread)).Standing);
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task H7_A_look_up_that_they_answer_is_done_again(int status)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("find", decision: Decision.Refuse($"uncoded {status}"), times: null);

        Assert.IsType<FindOutcome.RetryAfter>(await desk.FindAsync(desk.Request(thread, ago: TimeSpan.FromMinutes(10))));
    }

    [Fact]
    public async Task H7_A_thread_that_could_not_be_started_because_of_them_is_looked_up_and_started_later()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Fault("start-thread", decision: Decision.Refuse("uncoded 404"), times: 2);
        var request = desk.Request();

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        Assert.IsType<FindOutcome.RetryAfter>(await desk.FindAsync(request));
        Assert.IsType<FindOutcome.Found>(await desk.FindAsync(request));
        Assert.Single(desk.Server.Messages.All);
    }

    [Theory]
    [InlineData("uncoded 401")]
    [InlineData("uncoded 403")]
    [InlineData("uncoded 404")]
    public async Task H7_A_probe_that_they_answer_leaves_the_thread_open(string refusal)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("get-channel", decision: Decision.Refuse(refusal));

        Assert.Equal(ThreadStanding.Unanswered, (await desk.ThreadAsync(thread)).Standing);
    }

    [Fact]
    public async Task H7_A_deleted_thread_is_gone_to_the_probe()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", meanwhile: "delete-thread");
        await desk.SendAsync(desk.Request(thread));

        Assert.Equal(ThreadStanding.Gone, (await desk.ThreadAsync(thread)).Standing);
    }

    [Fact]
    public async Task H9_A_channel_that_is_gone_and_one_that_is_back_are_told_apart_by_asking()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var probe = new Bot.Discord.Setup.DiscordChannelProbe(desk.Access);
        var member = desk.Server.World.DefaultGuild.Members[desk.Server.World.Application.Bot.Id];

        desk.Server.World.DefaultGuild.Members.Remove(member.User.Id);
        var outside = await ProbeAsync();
        Assert.Equal((false, false, 0), (outside.Usable, outside.Unanswered, outside.Missing.Count));
        Assert.Contains("not in this server", outside.Problem!.English, StringComparison.Ordinal);
        // Nobody has reported that it is back.
        desk.Server.World.DefaultGuild.Members[member.User.Id] = member;
        Assert.True((await ProbeAsync()).Usable);
        var gone = await probe.ProbeAsync(DiscordDesk.Channel(1), [SendOptions.None], DiscordDesk.Cancellation);
        Assert.Equal((false, false), (gone.Usable, gone.Unanswered));
        Assert.Contains("deleted", gone.Problem!.English, StringComparison.Ordinal);

        Task<ChannelProbe> ProbeAsync() => probe.ProbeAsync(DiscordDesk.Channel(), [SendOptions.None], DiscordDesk.Cancellation);
    }

    [Fact]
    public async Task H10_A_server_that_does_not_say_its_roles_raises_no_alarm()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.World.DefaultGuild.LeftOut.Add("roles");

        var probed = await new Bot.Discord.Setup.DiscordChannelProbe(desk.Access).ProbeAsync(
            DiscordDesk.Channel(),
            [SendOptions.None],
            DiscordDesk.Cancellation
        );

        Assert.Equal((true, 0), (probed.Unanswered, probed.Missing.Count));
    }
}

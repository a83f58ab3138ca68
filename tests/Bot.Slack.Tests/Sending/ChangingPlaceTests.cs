using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Sending;

/// <summary>What people do to a channel while a briefing is being posted.</summary>
public sealed class ChangingPlaceTests
{
    [Fact]
    public async Task B2_A_scope_taken_away_midway_is_named()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        Meanwhile(bench, "remove-scope chat:write");

        var rejected = Assert.IsType<SendOutcome.Rejected>(await SendAsync(bench, root));

        Assert.Equal(RejectReason.PermissionMissing, rejected.Reason);
        Assert.Contains("chat:write", rejected.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "/invite")]
    [InlineData(true, "not invited")]
    public async Task B4_A_bot_that_was_removed_midway_waits_for_an_invitation_and_lets_itself_in_nowhere(bool isPrivate, string expected)
    {
        await using var bench = await SlackBench.StartAsync();
        var channel = bench.Server.World.Channel(SlackServer.FirstChannel);
        channel.IsPrivate = isPrivate;
        var root = await bench.RootAsync();
        Meanwhile(bench, "remove-bot");

        var rejected = Assert.IsType<SendOutcome.Rejected>(await SendAsync(bench, root));
        Assert.Equal(RejectReason.PermissionMissing, rejected.Reason);
        Assert.Contains(expected, rejected.Detail, StringComparison.Ordinal);
        var blocked = Assert.IsType<FindOutcome.Blocked>(
            await bench.FindAsync(SlackBench.Request("startups", SlackBench.Payload("本文"), root))
        );
        Assert.Equal(RejectReason.PermissionMissing, blocked.Reason);
        Assert.DoesNotContain(bench.Server.Log.All, entry => entry.Method is "conversations.join" or "conversations.invite");

        channel.IsMember = true;
        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, root));
        Assert.Equal([root, root], bench.Server.Messages(SlackServer.FirstChannel).Select(message => message.ThreadTs ?? message.Ts));
    }

    [Fact]
    public async Task B5_A_reply_to_a_deleted_root_is_taken_down_and_reported()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.DeleteMessage(SlackServer.FirstChannel, root);

        var outcome = await bench.SendAsync(SlackBench.Request("startups", SlackBench.Payload("本文"), root));

        var rejected = Assert.IsType<SendOutcome.Rejected>(outcome);
        Assert.Equal(RejectReason.ThreadGone, rejected.Reason);
        Assert.Contains("was taken down", rejected.Detail, StringComparison.Ordinal);
        Assert.Empty(bench.Server.Messages(SlackServer.FirstChannel));
    }

    [Fact]
    public async Task B5_A_stray_reply_that_cannot_be_taken_down_is_told()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.DeleteMessage(SlackServer.FirstChannel, root);
        bench.Server.Script.Add(new Fault(Decision.Refuse("internal_error"), null) { Operation = "delete" });

        var outcome = await bench.SendAsync(SlackBench.Request("startups", SlackBench.Payload("本文"), root));

        var rejected = Assert.IsType<SendOutcome.Rejected>(outcome);
        Assert.Equal(RejectReason.ThreadGone, rejected.Reason);
        Assert.Contains("stands in the channel", rejected.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B8_A_channel_that_was_renamed_is_still_the_same()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.World.Channel(SlackServer.FirstChannel).Name = "renamed";

        Assert.IsType<SendOutcome.Sent>(await SendAsync(bench, root));

        Assert.Equal(2, bench.Server.Messages(SlackServer.FirstChannel).Count);
    }

    [Fact]
    public async Task B8_A_channel_that_has_another_id_now_waits_for_a_person()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        Meanwhile(bench, "remove-channel");

        var rejected = Assert.IsType<SendOutcome.Rejected>(await SendAsync(bench, root));

        Assert.Equal(RejectReason.PermissionMissing, rejected.Reason);
        Assert.Contains("channel_not_found", rejected.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read-only")]
    [InlineData("thread-only")]
    public async Task B9_A_channel_that_restricts_who_may_post_says_so(string restriction)
    {
        await using var bench = await SlackBench.StartAsync();
        Meanwhile(bench, restriction);

        var rejected = Assert.IsType<SendOutcome.Rejected>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));

        Assert.Equal(RejectReason.ChannelLocked, rejected.Reason);
        Assert.Contains("restricted_action", rejected.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message_limit_exceeded", RetryScope.Workspace)]
    [InlineData("org_login_required", RetryScope.Workspace)]
    public async Task B9_A_workspace_at_its_limit_is_waited_for_slowly(string error, RetryScope reach)
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Refuse(error), null) { Operation = "send" });

        var told = Assert.IsType<SendOutcome.RetryAfter>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));

        Assert.Equal(reach, told.Scope);
        Assert.True(told.After >= TimeSpan.FromMinutes(10));
    }

    private static void Meanwhile(SlackBench bench, string happening) =>
        bench.Server.Script.Add(new Fault(null, null) { Operation = "send", Meanwhile = happening });

    private static Task<SendOutcome> SendAsync(SlackBench bench, string root) =>
        bench.SendAsync(SlackBench.Request("startups", SlackBench.Payload("本文"), root));
}

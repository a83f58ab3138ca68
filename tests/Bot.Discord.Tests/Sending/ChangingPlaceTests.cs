using Bot.Chat.Platforms;
using Bot.Discord.Setup;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;

namespace Bot.Discord.Tests.Sending;

/// <summary>What people do to a channel while a briefing is being posted.</summary>
public sealed class ChangingPlaceTests
{
    [Fact]
    public async Task B6_A_thread_archived_midway_goes_on()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", meanwhile: "archive-thread");

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));
    }

    [Fact]
    public async Task B6_A_send_that_is_told_of_an_archived_thread_unarchives_it_once()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Server.World.Archive(desk.Server.World.Channel(DiscordDesk.IdOf(thread))!);
        desk.Fault("send", decision: Decision.Refuse("50083"));

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));
        Assert.Equal(2, desk.Server.Messages.All.Count);
    }

    [Fact]
    public async Task B6_A_message_in_an_archived_thread_is_edited_and_deleted()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        var reply = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));
        var place = desk.Server.World.Channel(DiscordDesk.IdOf(thread))!;

        desk.Server.World.Archive(place);
        Assert.IsType<SendOutcome.Sent>(
            await desk.Platform.EditAsync(desk.Request(thread, "新しい文"), reply.MessageId, DiscordDesk.Cancellation)
        );
        desk.Server.World.Archive(place);
        Assert.IsType<SendOutcome.Sent>(
            await desk.Platform.DeleteAsync(DiscordDesk.Channel(), thread, reply.MessageId, DiscordDesk.Cancellation)
        );

        Assert.Single(desk.Server.Messages.All);
    }

    [Fact]
    public async Task B6_A_locked_thread_is_no_locked_channel()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", meanwhile: "lock-thread");

        Assert.Equal(RejectReason.ThreadLocked, Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request(thread))).Reason);
        Assert.Equal(ThreadStanding.Locked, (await desk.ThreadAsync(thread)).Standing);
        // The channel still takes posts.
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request()));
    }

    [Theory]
    [InlineData("delete-thread", RejectReason.ThreadGone)]
    [InlineData("delete-channel", RejectReason.ChannelGone)]
    [InlineData("remove-bot", RejectReason.PermissionMissing)]
    public async Task B3_B4_B5_What_was_deleted_or_left_is_named_and_nothing_is_made_anew(string happening, RejectReason reason)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", meanwhile: happening);

        Assert.Equal(reason, Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request(thread))).Reason);
        Assert.Single(desk.Logged(LogKind.Accepted));
    }

    [Fact]
    public async Task B5_A_thread_outlives_its_deleted_root_and_goes_on()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", meanwhile: "delete-root");

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));

        Assert.Equal(thread, $"{Assert.Single(desk.Server.Messages.All).Channel.Id}");
    }

    [Fact]
    public async Task B8_A_channel_that_is_renamed_moved_and_converted_midway_is_still_the_same()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        var channel = desk.Server.World.TextChannel;
        (channel.Name, channel.Type) = ("renamed", ChannelType.Announcement);

        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));
        var next = Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request()));
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(next.ThreadId)));

        Assert.Equal(ChannelType.AnnouncementThread, desk.Server.World.Channel(DiscordDesk.IdOf(next.ThreadId!))!.Type);
    }

    [Theory]
    [InlineData("20016 7.5", 7.5, RetryScope.Channel)]
    [InlineData("40004", 900, RetryScope.Channel)]
    [InlineData("160006", 3600, RetryScope.Workspace)]
    public async Task B9_What_only_time_ends_is_waited_for(string code, double seconds, RetryScope reach)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", decision: Decision.Refuse(code));

        var told = Assert.IsType<SendOutcome.RetryAfter>(await desk.SendAsync(desk.Request(thread)));

        Assert.Equal((TimeSpan.FromSeconds(seconds), reach), (told.After, told.Scope));
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));
    }

    [Theory]
    [InlineData(Permission.SendMessagesInThreads, "Send Messages in Threads", "スレッドでメッセージを送信")]
    [InlineData(Permission.ViewChannel, "View Channels", "チャンネルを見る")]
    public async Task B2_A_permission_taken_away_midway_is_named(Permission taken, string english, string japanese)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", meanwhile: $"deny {taken}");

        var rejected = Assert.IsType<SendOutcome.Rejected>(await desk.SendAsync(desk.Request(thread)));

        Assert.Equal(RejectReason.PermissionMissing, rejected.Reason);
        Assert.Contains(english, rejected.Detail, StringComparison.Ordinal);
        Assert.Contains(japanese, rejected.Detail, StringComparison.Ordinal);
        desk.Server.World.Deny(DefaultIds.TextChannel, Permission.None);
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(thread)));
    }

    [Fact]
    public async Task B2_The_probe_names_what_is_missing_and_knows_forums()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var probe = new DiscordChannelProbe(desk.Access);
        desk.Server.World.Deny(DefaultIds.TextChannel, Permission.CreatePublicThreads | Permission.SendMessagesInThreads);
        desk.Server.World.Deny(DefaultIds.ForumChannel, Permission.CreatePublicThreads);

        var text = await probe.ProbeAsync(DiscordDesk.Channel(), [SendOptions.None], DiscordDesk.Cancellation);
        var forum = await probe.ProbeAsync(DiscordDesk.Channel(DefaultIds.ForumChannel), [SendOptions.None], DiscordDesk.Cancellation);
        var none = await probe.ProbeAsync(DiscordDesk.Channel(1456000000000009999), [SendOptions.None], DiscordDesk.Cancellation);

        Assert.Equal((false, "briefings"), (text.Usable, text.Name));
        Assert.Equal(["Create Public Threads", "Send Messages in Threads"], text.Missing.Select(name => name.English));
        Assert.True(forum.Usable);
        Assert.False(none.Usable);
        await desk.Server.CloseAsync();
        Assert.True((await probe.ProbeAsync(DiscordDesk.Channel(), [SendOptions.None], DiscordDesk.Cancellation)).Unanswered);
    }

    [Fact]
    public async Task A_forum_that_demands_a_tag_is_usable_with_one_of_its_own_only()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var probe = new DiscordChannelProbe(desk.Access);
        var own = new SendOptions { ForumTags = [$"{DefaultIds.ForumTag}"] };
        var strange = new SendOptions { ForumTags = [$"{DefaultIds.ForumTag}", "1456000000000009998"] };
        desk.Server.World.Channel(DefaultIds.ForumChannel)!.Flags |= 1 << 4;

        var without = await AskAsync(SendOptions.None);
        var with = await AskAsync(own);
        var unknown = await AskAsync(strange);
        var oneOfTwo = await AskAsync(own, SendOptions.None);

        Assert.False(without.Usable);
        Assert.Contains($"daily ({DefaultIds.ForumTag})", without.Problem!.English, StringComparison.Ordinal);
        Assert.Contains($"daily ({DefaultIds.ForumTag})", without.Problem!.Japanese, StringComparison.Ordinal);
        Assert.Contains("forumTags", without.Problem!.English, StringComparison.Ordinal);
        Assert.True(with.Usable);
        Assert.False(unknown.Usable);
        Assert.Contains("1456000000000009998", unknown.Problem!.English, StringComparison.Ordinal);
        Assert.False(oneOfTwo.Usable);

        Task<ChannelProbe> AskAsync(params SendOptions[] posts) =>
            probe.ProbeAsync(DiscordDesk.Channel(DefaultIds.ForumChannel), posts, DiscordDesk.Cancellation);
    }

    [Fact]
    public async Task A_forum_that_demands_no_tag_needs_none()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var found = await new DiscordChannelProbe(desk.Access).ProbeAsync(
            DiscordDesk.Channel(DefaultIds.ForumChannel),
            [SendOptions.None, new SendOptions { ForumTags = [$"{DefaultIds.ForumTag}"] }],
            DiscordDesk.Cancellation
        );

        Assert.True(found.Usable);
    }
}

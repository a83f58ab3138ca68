using Bot.Chat.Platforms;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;

namespace Bot.Discord.Tests.Sending;

/// <summary>An answer that never came: an existing post is found, and exists only once.</summary>
public sealed class LostAnswerTests
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    public static TheoryData<string> Losses => ["reset", "500", "502", "partial", "portal"];

    [Theory, MemberData(nameof(Losses))]
    public async Task A6_A8_A9_Within_the_nonces_window_the_same_call_again_finds_it(string loss)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        desk.Fault("send", Of(loss), Decision.Accept);
        var request = desk.Request(thread);

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        var found = Assert.IsType<FindOutcome.Found>(await desk.FindAsync(request));

        Assert.Equal($"{desk.Server.Messages.All[^1].Id}", found.MessageId);
        Assert.Equal(2, desk.Server.Messages.All.Count);
    }

    [Theory, MemberData(nameof(Losses))]
    public async Task A6_B11_After_it_the_thread_is_read_and_the_marked_message_found(string loss)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Rules.NonceWindow = TimeSpan.Zero;
        var thread = await desk.RootAsync();
        await desk.SendAsync(desk.Request(thread, "同じ文"));
        desk.Fault("send", Of(loss), Decision.Accept);
        var request = desk.Request(thread, "同じ文", ago: Later);

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        desk.Server.Messages.PostAs(DefaultIds.Reader, DiscordDesk.IdOf(thread), "同じ文");
        var found = Assert.IsType<FindOutcome.Found>(await desk.FindAsync(request));

        Assert.Equal($"{desk.Server.Messages.All[^2].Id}", found.MessageId);
        Assert.Equal(4, desk.Server.Messages.All.Count);
    }

    [Fact]
    public async Task A9_B11_What_was_never_accepted_is_absent_and_another_post_of_the_same_words_is_not_it()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Rules.NonceWindow = TimeSpan.Zero;
        var thread = await desk.RootAsync();
        await desk.SendAsync(desk.Request(thread, "同じ文"));
        desk.Fault("send", Answer.WithStatus(500), Decision.Ignore);
        var request = desk.Request(thread, "同じ文", ago: Later);

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));

        Assert.IsType<FindOutcome.Absent>(await desk.FindAsync(request));
        Assert.Equal(2, desk.Server.Messages.All.Count);
    }

    [Fact]
    public async Task B11_A_busy_channel_is_read_to_its_end()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.Rules.NonceWindow = TimeSpan.Zero;
        for (var noise = 0; noise < 230; noise++)
        {
            desk.Server.Messages.PostAs(DefaultIds.Reader, DefaultIds.TextChannel, "雑談");
        }

        desk.Fault("send", Answer.Reset, Decision.Accept);
        var request = desk.Request(ago: Later);

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        var found = Assert.IsType<FindOutcome.Found>(await desk.FindAsync(request));

        Assert.Equal((found.MessageId, found.MessageId), ($"{desk.Server.Messages.All[^1].Id}", found.ThreadId));
        Assert.IsType<SendOutcome.Sent>(await desk.SendAsync(desk.Request(found.ThreadId)));
    }

    [Fact]
    public async Task Without_the_right_to_read_the_history_nothing_can_be_told()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var request = desk.Request(ago: Later);
        desk.Server.World.Deny(DefaultIds.TextChannel, Permission.ReadMessageHistory);

        var mute = Assert.IsType<FindOutcome.CannotTell>(await desk.FindAsync(request));

        Assert.Contains("Read Message History", mute.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("500")]
    public async Task B7_A_thread_whose_start_was_not_answered_is_taken_as_it_is(string loss)
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Fault("start-thread", Of(loss), Decision.Accept);
        var request = desk.Request();

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        var found = Assert.IsType<FindOutcome.Found>(await desk.FindAsync(request));

        Assert.Equal(found.MessageId, found.ThreadId);
        Assert.Single(desk.Server.Messages.All);
        Assert.Single(desk.Logged(LogKind.ThreadStarted));
    }

    [Fact]
    public async Task A_thread_that_may_only_be_started_later_is_waited_for_and_no_second_root_is_posted()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Fault("start-thread", decision: Decision.Limit("219", "shared"));
        var request = desk.Request();

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        var told = Assert.IsType<FindOutcome.RetryAfter>(await desk.FindAsync(request));

        Assert.InRange(told.After!.Value.TotalSeconds, 100, 219);
        Assert.InRange(Assert.IsType<SendOutcome.RetryAfter>(await desk.SendAsync(desk.Request())).After!.Value.TotalSeconds, 100, 219);
        Assert.Single(desk.Server.Messages.All);
        Assert.Empty(desk.Logged(LogKind.ThreadStarted));
    }

    [Fact]
    public async Task B7_A_thread_that_was_not_started_is_started_by_the_look_up()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Fault("start-thread", Answer.WithStatus(500), Decision.Ignore);
        var request = desk.Request();

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        Assert.IsType<FindOutcome.Found>(await desk.FindAsync(request));

        Assert.Single(desk.Server.Messages.All);
        Assert.Single(desk.Logged(LogKind.ThreadStarted));
    }

    [Fact]
    public async Task B2_A_thread_that_may_not_be_started_pauses_its_channel_by_name()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Server.World.Deny(DefaultIds.TextChannel, Permission.CreatePublicThreads);
        var request = desk.Request();

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        var blocked = Assert.IsType<FindOutcome.Blocked>(await desk.FindAsync(request));
        Assert.Equal(RejectReason.PermissionMissing, blocked.Reason);
        Assert.Contains("Create Public Threads", blocked.Detail, StringComparison.Ordinal);

        desk.Server.World.Deny(DefaultIds.TextChannel, Permission.None);
        Assert.IsType<FindOutcome.Found>(await desk.FindAsync(request));
        Assert.Single(desk.Server.Messages.All);
    }

    [Fact]
    public async Task A6_A_forum_post_has_no_nonce_and_is_found_among_the_threads()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var options = new SendOptions { ForumTags = [$"{DefaultIds.ForumTag}"] };
        await desk.SendAsync(desk.Request(channel: DefaultIds.ForumChannel, options: options));
        desk.Fault("start-thread", Answer.Reset, Decision.Accept);
        var request = desk.Request(channel: DefaultIds.ForumChannel, options: options);
        var never = desk.Request(channel: DefaultIds.ForumChannel, options: options);

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        var found = Assert.IsType<FindOutcome.Found>(await desk.FindAsync(request));

        Assert.Equal((found.MessageId, found.MessageId), ($"{desk.Server.Messages.All[^1].Id}", found.ThreadId));
        Assert.IsType<FindOutcome.Absent>(await desk.FindAsync(never));
        Assert.Equal(2, desk.Server.Messages.All.Count);
    }

    [Fact]
    public async Task B5_A_post_that_somebody_deleted_is_not_made_again()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();
        var request = desk.Request(thread);
        await desk.SendAsync(request);
        desk.Server.Messages.Delete(desk.Server.Messages.All[^1]);

        Assert.IsType<FindOutcome.CannotTell>(await desk.FindAsync(request));
        Assert.Single(desk.Server.Messages.All);
    }

    [Fact]
    public async Task A14_A_server_that_is_not_there_was_sent_nothing()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await desk.Server.CloseAsync();

        var outcome = Assert.IsType<SendOutcome.RetryAfter>(await desk.SendAsync(desk.Request()));

        Assert.Equal((null, RetryScope.Token), (outcome.After, outcome.Scope));
    }

    private static Answer Of(string loss) =>
        loss switch
        {
            "reset" => Answer.Reset,
            "partial" => Answer.Of(AnswerKind.Partial),
            "portal" => Answer.Of(AnswerKind.NotJson),
            _ => Answer.WithStatus(int.Parse(loss, System.Globalization.CultureInfo.InvariantCulture)),
        };
}

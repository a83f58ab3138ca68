using Bot.Chat.Platforms;
using Bot.Emulators;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Faults;

namespace Bot.Discord.Tests.Sending;

/// <summary>Our clock is not Discord's, and Discord has forgotten every nonce.</summary>
public sealed class ClockTests
{
    /// <summary>Minutes that our clock is ahead, or behind; in which channel.</summary>
    public static MatrixTheoryData<int, ulong> Skews => new([-540, -60, -6, 6, 60, 540], [DefaultIds.TextChannel, DefaultIds.ForumChannel]);

    [Theory, MemberData(nameof(Skews))]
    public async Task H1_A_root_whose_answer_was_lost_is_found_after_a_restart_whatever_our_clock_says(int minutes, ulong channel)
    {
        var time = new ShiftedTime(TimeSpan.FromMinutes(minutes));
        await using var desk = await DiscordDesk.OpenWithClockAsync(time);
        desk.Server.Rules.NonceWindow = TimeSpan.Zero;
        desk.Fault(channel == DefaultIds.ForumChannel ? "start-thread" : "send", Answer.Reset, Decision.Accept);
        var options = channel == DefaultIds.ForumChannel ? new SendOptions { ForumTags = [$"{DefaultIds.ForumTag}"] } : SendOptions.None;
        var request = desk.Request(channel: channel, options: options);

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        var found = Assert.IsType<FindOutcome.Found>(await desk.Restarted().FindAsync(request, DiscordDesk.Cancellation));

        Assert.Equal(found.MessageId, $"{Assert.Single(desk.Server.Messages.All).Id}");
        // Even if the clock has been corrected meanwhile.
        time.Shift(TimeSpan.FromMinutes(-minutes));
        Assert.IsType<FindOutcome.Found>(await desk.Restarted().FindAsync(request, DiscordDesk.Cancellation));
    }

    [Fact]
    public async Task H1_A_clock_that_was_set_back_makes_no_nonce_younger()
    {
        var time = new ShiftedTime();
        await using var desk = await DiscordDesk.OpenWithClockAsync(time);
        desk.Server.Rules.NonceWindow = TimeSpan.Zero;
        var thread = await desk.RootAsync();
        desk.Fault("send", Answer.Reset, Decision.Accept);
        var request = desk.Request(thread, ago: TimeSpan.FromMinutes(10));

        Assert.IsType<SendOutcome.Unknown>(await desk.SendAsync(request));
        // By our clock it left a minute ago.
        time.Shift(TimeSpan.FromMinutes(-9));

        Assert.IsType<FindOutcome.Found>(await desk.Restarted().FindAsync(request, DiscordDesk.Cancellation));
        Assert.Equal(2, desk.Server.Messages.All.Count);
    }

    [Fact]
    public async Task H1_A_look_after_a_restart_posts_nothing()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var thread = await desk.RootAsync();

        Assert.IsType<FindOutcome.Absent>(await desk.Restarted().FindAsync(desk.Request(thread), DiscordDesk.Cancellation));
        Assert.IsType<FindOutcome.Absent>(await desk.Restarted().FindAsync(desk.Request(), DiscordDesk.Cancellation));

        Assert.Single(desk.Server.Messages.All);
    }
}

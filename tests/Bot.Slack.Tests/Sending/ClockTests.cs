using Bot.Chat.Diagnosis;
using Bot.Chat.Platforms;
using Bot.Emulators;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Sending;

/// <summary>Our clock is not Slack's.</summary>
public sealed class ClockTests
{
    /// <summary>Minutes that our clock is ahead, or behind.</summary>
    public static TheoryData<int> Skews => [-540, -60, -6, 0, 6, 60, 540];

    [Theory, MemberData(nameof(Skews))]
    public async Task H1_A_root_whose_answer_was_lost_is_found_whatever_our_clock_says(int minutes)
    {
        await using var bench = await SlackBench.StartAsync(time: new ShiftedTime(TimeSpan.FromMinutes(minutes)));
        bench.Server.Script.Add(new Fault(null, Answer.Reset) { Operation = "send" });
        var request = SlackBench.Request("root", SlackBench.Payload("根"), first: bench.Time.GetUtcNow());

        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(request));

        Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request));
        Assert.IsType<FindOutcome.Absent>(await bench.FindAsync(SlackBench.Request("other", "", first: bench.Time.GetUtcNow())));
    }

    [Theory, MemberData(nameof(Skews))]
    public async Task H1_A_clock_that_was_mended_meanwhile_hides_nothing(int minutes)
    {
        var time = new ShiftedTime(TimeSpan.FromMinutes(minutes));
        await using var bench = await SlackBench.StartAsync(time: time);
        var root = await bench.RootAsync();
        bench.Server.Script.Add(new Fault(null, Answer.Reset) { Operation = "send", Times = 2 });
        var requests = new[]
        {
            SlackBench.Request("second", SlackBench.Payload("根"), first: time.GetUtcNow()),
            SlackBench.Request("startups", SlackBench.Payload("本文"), root, first: time.GetUtcNow()),
        };
        foreach (var request in requests)
        {
            Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(request));
        }

        time.Shift(TimeSpan.FromMinutes(-minutes));

        foreach (var request in requests)
        {
            Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request));
        }
    }

    [Theory]
    [InlineData(-540, "遅れています")]
    [InlineData(6, "進んでいます")]
    public async Task H1_How_far_it_is_off_is_known_from_the_first_answer(int minutes, string told)
    {
        await using var bench = await SlackBench.StartAsync(time: new ShiftedTime(TimeSpan.FromMinutes(minutes)));
        Assert.Null(bench.Platform.Clock.Skew);

        await bench.RootAsync();

        var skew = Assert.NotNull(bench.Platform.Clock.Skew);
        Assert.InRange(skew.Ahead.TotalMinutes, minutes - 0.5, minutes + 0.5);
        Assert.True(skew.IsOff);
        var finding = Assert.Single(ClockFinding.Of(PlatformId.Slack, bench.Platform.Clock));
        Assert.Equal(Verdict.Failed, finding.Verdict);
        Assert.Contains(told, finding.Text.Japanese, StringComparison.Ordinal);
        Assert.Contains(minutes > 0 ? "ahead of slack" : "behind slack", finding.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H1_A_channel_that_cannot_be_read_to_its_end_is_never_called_empty()
    {
        await using var bench = await SlackBench.StartAsync();
        for (var at = 0; at < 10_100; at++)
        {
            bench.Server.PostAsPerson(SlackServer.FirstChannel, "雑談");
        }

        Assert.IsType<FindOutcome.CannotTell>(await bench.FindAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
    }
}

using Bot.Chat.Platforms;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Chat.Tests.Platforms;

public sealed class PlatformClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 6, 6, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public void It_runs_forward_by_the_monotonic_clock()
    {
        var clock = new PlatformClock(_time);
        Assert.Equal((null, Start), (clock.Now, clock.UtcNow));

        clock.Learn(Start.AddHours(-9), _time.GetTimestamp());
        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.InRange((clock.UtcNow - Start.AddHours(-9)).TotalMinutes, 9.9, 10.1);
        Assert.InRange(clock.Skew!.Value.Ahead.TotalHours, 8.9, 9.1);
    }

    [Fact]
    public void An_answer_that_took_long_tells_less_and_replaces_no_better_one_that_agrees()
    {
        var clock = new PlatformClock(_time);
        clock.Learn(Start, _time.GetTimestamp());
        var asked = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(20));

        clock.Learn(Start.AddSeconds(2), asked);

        Assert.Equal(TimeSpan.FromSeconds(0.5), clock.Skew!.Value.Margin);
        Assert.False(clock.Skew.Value.IsOff);
        // A contradicting reading wins: a clock has been set, or the machine slept.
        clock.Learn(Start.AddHours(1), _time.GetTimestamp());
        Assert.InRange(clock.Skew!.Value.Ahead.TotalMinutes, -60.1, -59);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(-9)]
    [InlineData(14)]
    public void What_was_posted_is_never_before_the_earliest_moment_whichever_clock_was_wrong(int hours)
    {
        var (posted, clock) = (Start, new PlatformClock(_time));
        var attempt = posted.AddHours(hours);
        Assert.True(clock.EarliestOf(attempt) < posted);

        // The platform's time becomes known, whether or not ours was corrected.
        _time.Advance(TimeSpan.FromMinutes(5));
        clock.Learn(posted.AddMinutes(5), _time.GetTimestamp());

        Assert.True(clock.EarliestOf(attempt) < posted);
        Assert.Equal(DateTimeOffset.UnixEpoch, clock.EarliestOf(DateTimeOffset.MinValue));
    }
}

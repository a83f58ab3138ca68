using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Tests.Fakes;

namespace Bot.Delivery.Tests.Ledger;

public class LedgerClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 6, 6, 0, 0, TimeSpan.Zero);
    private readonly SettableClock _time = new(Start);
    private readonly FakePlatform _platform = new();
    private readonly LedgerClock _clock;

    public LedgerClockTests() => _clock = Clock();

    [Theory]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(-9)]
    public void H1_A_clock_that_is_wrong_for_a_moment_moves_nothing(int hours)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Start.AddMinutes(1), _clock.Now);

        _time.Off = TimeSpan.FromHours(hours);
        for (var second = 1; second <= 8; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(Start.AddMinutes(1).AddSeconds(second), _clock.Now);
        }

        _time.Off = TimeSpan.Zero;
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddSeconds(69), _clock.Now);
    }

    [Fact]
    public void H1_A_clock_that_was_set_for_good_is_followed_once_it_has_lasted()
    {
        _time.Off = TimeSpan.FromHours(7);
        Assert.Equal(Start, _clock.Now);
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(Start.AddMinutes(4), _clock.Now);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Start.AddMinutes(6).AddHours(7), _clock.Now);
    }

    [Fact]
    public void H1_A_clock_that_jumps_about_is_not_believed_before_it_rests()
    {
        for (var minute = 1; minute <= 30; minute++)
        {
            _time.Off = TimeSpan.FromHours(minute % 2 == 0 ? 3 : -3);
            _time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(Start.AddMinutes(minute), _clock.Now);
        }
    }

    [Fact]
    public void H1_A_clock_that_is_steered_is_followed_at_once()
    {
        _time.Off = TimeSpan.FromSeconds(3);
        Assert.Equal(Start.AddSeconds(3), _clock.Now);
    }

    [Fact]
    public void H1_A_clock_that_was_mended_is_followed_at_once_when_a_platform_says_that_it_is_right()
    {
        _time.Off = TimeSpan.FromHours(9);
        var ahead = Clock(new PlatformClock(_time));
        Assert.Equal(Start.AddHours(9), ahead.Now);

        Tell();
        _time.Off = TimeSpan.Zero;
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Start.AddSeconds(1), ahead.Now);
    }

    [Fact]
    public void H1_A_clock_that_a_platform_says_is_wrong_has_to_last_like_any_other()
    {
        var asked = Clock(new PlatformClock(_time));
        Tell();
        _time.Off = TimeSpan.FromHours(7);
        _time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(Start.AddSeconds(8), asked.Now);

        _time.Advance(new DeliveryOptions().ClockSettle);
        Assert.Equal(_time.GetUtcNow(), asked.Now);
        // And it still expires nothing.
        Assert.InRange(asked.Surely!.Value, Start, Start.AddMinutes(6));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(-9)]
    public void H1_What_has_surely_run_out_has_done_so_by_every_clock(int hours)
    {
        _time.Off = TimeSpan.FromHours(hours);
        var asked = Clock(new PlatformClock(_time));
        Assert.Null(asked.Surely);

        Tell();

        Assert.InRange(asked.Surely!.Value, Start.AddHours(Math.Min(hours, 0)), Start.AddHours(Math.Min(hours, 0)).AddSeconds(2));
    }

    [Fact]
    public void H1_A_platform_that_never_tells_its_time_is_not_waited_for_for_ever()
    {
        var asked = Clock(new PlatformClock(_time));
        _time.Advance(new DeliveryOptions().ClockSettle - TimeSpan.FromSeconds(1));
        Assert.Null(asked.Surely);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(_time.GetUtcNow(), asked.Surely);
    }

    [Fact]
    public void H1_Where_no_platform_has_a_clock_ours_is_the_only_one() => Assert.Equal(Start, _clock.Surely);

    private LedgerClock Clock(PlatformClock? theirs = null)
    {
        _platform.Clock = theirs;
        return new LedgerClock(_time, new DeliveryOptions(), [_platform]);
    }

    /// <summary>An answer from the platform, whose clock is right.</summary>
    private void Tell() => _platform.Clock!.Learn(_time.Right, _time.GetTimestamp());
}

using Bot.Delivery.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Delivery.Tests.Ledger;

public class LedgerClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 6, 6, 0, 0, TimeSpan.Zero);
    private readonly SetClock time = new();
    private readonly LedgerClock clock;

    public LedgerClockTests() => clock = new LedgerClock(time, new DeliveryOptions());

    [Theory]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(-9)]
    public void H1_A_clock_that_is_wrong_for_a_moment_moves_nothing(int hours)
    {
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Start.AddMinutes(1), clock.Now);

        time.Off = TimeSpan.FromHours(hours);
        for (var second = 1; second <= 8; second++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(Start.AddMinutes(1).AddSeconds(second), clock.Now);
        }

        time.Off = TimeSpan.Zero;
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Start.AddSeconds(69), clock.Now);
    }

    [Fact]
    public void H1_A_clock_that_was_set_for_good_is_followed_once_it_has_lasted()
    {
        time.Off = TimeSpan.FromHours(7);
        Assert.Equal(Start, clock.Now);
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(Start.AddMinutes(4), clock.Now);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Start.AddMinutes(6).AddHours(7), clock.Now);
    }

    [Fact]
    public void H1_A_clock_that_jumps_about_is_not_believed_before_it_rests()
    {
        for (var minute = 1; minute <= 30; minute++)
        {
            time.Off = TimeSpan.FromHours(minute % 2 == 0 ? 3 : -3);
            time.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(Start.AddMinutes(minute), clock.Now);
        }
    }

    [Fact]
    public void H1_A_clock_that_is_steered_is_followed_at_once()
    {
        time.Off = TimeSpan.FromSeconds(3);
        Assert.Equal(Start.AddSeconds(3), clock.Now);
    }

    /// <summary>Its wall clock can be set; its monotonic one goes on.</summary>
    private sealed class SetClock : TimeProvider
    {
        private readonly FakeTimeProvider steady = new(Start);

        public TimeSpan Off { get; set; }

        public override long TimestampFrequency => steady.TimestampFrequency;

        public void Advance(TimeSpan by) => steady.Advance(by);

        public override DateTimeOffset GetUtcNow() => steady.GetUtcNow() + Off;

        public override long GetTimestamp() => steady.GetTimestamp();
    }
}

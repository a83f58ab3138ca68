using Bot.Delivery;

namespace Bot.Faults.Tests.Staging;

/// <summary>
/// Delivery options with waits short enough for a test. For those used in production, see the defaults of <see cref="DeliveryOptions"/>.
/// </summary>
public static class Swift
{
    /// <summary>How long a test waits for what must happen; far more than it takes, for busy machines.</summary>
    public static TimeSpan Deadline { get; } = TimeSpan.FromMinutes(5);

    public static DeliveryOptions Options() =>
        new()
        {
            SendTimeout = TimeSpan.FromSeconds(10),
            LeaseLength = TimeSpan.FromSeconds(6),
            LeaseRenewal = TimeSpan.FromSeconds(1),
            Sweep = TimeSpan.FromMilliseconds(200),
            Poll = TimeSpan.FromMilliseconds(50),
            Looks = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(600)],
            RetryWaits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100)],
            CorrectionWait = TimeSpan.Zero,
            MostRounds = 4,
            ClockSettle = TimeSpan.Zero,
            StopGrace = TimeSpan.FromSeconds(2),
        };
}

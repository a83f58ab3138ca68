using System.Globalization;

namespace Bot.FaultHost;

/// <summary>
/// The system's clock, off by a span that the environment names: what a machine has whose clock was never set. Its monotonic part and its
/// timers run as they are.
/// </summary>
public sealed class OffClock(TimeSpan by) : TimeProvider
{
    /// <summary>How far it is ahead; negative: behind.</summary>
    public const string Variable = "BOT_FAULT_CLOCK";

    public static TimeProvider FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } by
            ? new OffClock(TimeSpan.Parse(by, CultureInfo.InvariantCulture))
            : System;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}

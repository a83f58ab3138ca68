namespace Bot.Delivery.Ledger;

/// <summary>When a renewal was requested, by the monotonic and the wall clock.</summary>
internal sealed record LeaseRenewal(long Timestamp, DateTimeOffset Wall)
{
    public static LeaseRenewal Now(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow());

    /// <summary>By the clock that shows more.</summary>
    public TimeSpan Age(TimeProvider time)
    {
        var (monotonic, wall) = (time.GetElapsedTime(Timestamp), time.GetUtcNow() - Wall);
        return monotonic > wall ? monotonic : wall;
    }
}

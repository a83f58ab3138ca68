namespace Bot.Archive.Queries;

/// <summary>Which deals are asked for: those with a report that satisfies all of it.</summary>
/// <param name="Series">Key of the series that reports them.</param>
/// <param name="Days">Only reports of these days count, and only they are shown.</param>
public sealed record DealFilter(string Series, DateSpan Days)
{
    /// <summary>Keys of companies that raised; empty for any.</summary>
    public IReadOnlyCollection<string> Companies { get; init; } = [];

    /// <summary>Canonical stage, also with <c>-extension</c>; null for any.</summary>
    public string? Stage { get; init; }

    public AmountRange? Amount { get; init; }
}

/// <summary>Bounds of an amount in full units of one currency. Nothing is converted.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Least">Null for no lower bound.</param>
/// <param name="Most">Null for no upper bound.</param>
/// <param name="IsOpen">The bounds themselves do not count.</param>
public sealed record AmountRange(string Currency, decimal? Least, decimal? Most, bool IsOpen = false);

namespace Bot.Archive.Subscriptions;

public enum SubscriptionChangeKind
{
    Added,
    Changed,
    /// <summary>Gets nothing more. Its row stays: what it got is in the ledger.</summary>
    Removed,
}

/// <param name="Differences">For a changed one: <c>sections: all → startups</c>.</param>
public sealed record SubscriptionChange(SubscriptionChangeKind Kind, SubscriptionSpec Subscription, IReadOnlyList<string> Differences)
{
    /// <summary><c>+ us-ai → web:local/general</c>; ~ for changed, - for removed.</summary>
    public override string ToString() =>
        $"{(Kind switch { SubscriptionChangeKind.Added => '+', SubscriptionChangeKind.Changed => '~', _ => '-' })} {Subscription}"
        + (Differences.Count == 0 ? "" : $" ({string.Join("; ", Differences)})");
}

/// <summary>What applying a file did, or would do.</summary>
/// <param name="Problems">What is wrong with the file; nothing was changed when there is any.</param>
/// <param name="Unchanged">Subscriptions that are already as the file says.</param>
/// <param name="Unnamed">Active subscriptions that the file does not name and that were kept.</param>
public sealed record SubscriptionChanges(
    IReadOnlyList<string> Problems, IReadOnlyList<SubscriptionChange> Changes, int Unchanged, int Unnamed);

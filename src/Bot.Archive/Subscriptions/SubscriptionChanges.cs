namespace Bot.Archive.Subscriptions;

public enum SubscriptionChangeKind
{
    Added,
    Changed,

    /// <summary>Gets no more posts. Its row stays, because the ledger refers to it.</summary>
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

/// <summary>The result of applying a file, or of a dry run.</summary>
/// <param name="Problems">Problems with the file; if there are any, nothing was changed.</param>
/// <param name="Unchanged">Subscriptions that already match the file.</param>
/// <param name="Unnamed">Active subscriptions that are not in the file and were kept.</param>
public sealed record SubscriptionChanges(
    IReadOnlyList<string> Problems,
    IReadOnlyList<SubscriptionChange> Changes,
    int Unchanged,
    int Unnamed
);

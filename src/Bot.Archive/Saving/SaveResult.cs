using Bot.Archive.Entities;

namespace Bot.Archive.Saving;

public enum SaveStatus
{
    Created,
    /// <summary>The newest revision is the same text: nothing was written.</summary>
    Unchanged,
    Revised,
}

/// <param name="Status">What was done.</param>
/// <param name="BriefingId"><see cref="StoredBriefing.Id"/>.</param>
/// <param name="Revision">Number of the revision that holds the text.</param>
/// <param name="IsHeld">Whether the briefing waits for confirmation.</param>
/// <param name="Changes">Against the revision before; empty unless <see cref="SaveStatus.Revised"/>.</param>
public sealed record SaveResult(SaveStatus Status, int BriefingId, int Revision, bool IsHeld, IReadOnlyList<ItemChange> Changes);

public enum ChangeType
{
    Added,
    Changed,
    Removed,
}

/// <summary>What a revision did to an item. Changes are listed by kind, within a kind in the document's order, removed ones last.</summary>
/// <param name="ItemId"><see cref="StoredItem.Id"/>.</param>
/// <param name="Headline"><see cref="StoredItem.Headline"/> as it is now, or was when it was removed.</param>
/// <param name="Before"><see cref="StoredItem.Data"/> before; null for an added item.</param>
/// <param name="After"><see cref="StoredItem.Data"/> now; null for a removed item.</param>
public sealed record ItemChange(ChangeType Type, ItemKind Kind, long ItemId, string Headline, string? Before, string? After);

using Bot.Archive.Entities;

namespace Bot.Archive.Saving;

public enum SaveStatus
{
    Created,

    /// <summary>The newest revision has the same text: nothing was written.</summary>
    Unchanged,
    Revised,
}

/// <param name="BriefingId"><see cref="StoredBriefing.Id"/>.</param>
/// <param name="Revision">Number of the revision with the text.</param>
/// <param name="IsHeld">Whether the briefing is awaiting confirmation.</param>
/// <param name="Changes">Changes from the previous revision; empty unless <see cref="SaveStatus.Revised"/>.</param>
public sealed record SaveResult(SaveStatus Status, int BriefingId, int Revision, bool IsHeld, IReadOnlyList<ItemChange> Changes);

public enum ChangeType
{
    Added,
    Changed,
    Removed,
}

/// <summary>What a revision did to an item. Changes are ordered by kind, then in document order, removed items last.</summary>
/// <param name="ItemId"><see cref="StoredItem.Id"/>.</param>
/// <param name="Headline"><see cref="StoredItem.Headline"/> as it is now, or was before removal.</param>
/// <param name="Before"><see cref="StoredItem.Data"/> before; null for an added item.</param>
/// <param name="After"><see cref="StoredItem.Data"/> now; null for a removed item.</param>
public sealed record ItemChange(ChangeType Type, ItemKind Kind, long ItemId, string Headline, string? Before, string? After);

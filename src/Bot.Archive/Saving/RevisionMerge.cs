using Bot.Archive.Entities;

namespace Bot.Archive.Saving;

/// <summary>Updates a briefing's stored items to its newest revision and records the changes.</summary>
internal sealed class RevisionMerge
{
    private readonly List<(ChangeType Type, StoredItem Item, string? Before)> _changes = [];

    public RevisionMerge(StoredBriefing briefing, int revision, IReadOnlyList<StoredItem> stored, IReadOnlyList<ItemDraft> drafts)
    {
        var matches = ItemMatcher.Match(stored, drafts);
        for (var i = 0; i < drafts.Count; i++)
        {
            Items.Add(matches[i] is { } match ? Continue(match, drafts[i]) : Begin(drafts[i], briefing));
        }

        var kept = matches.OfType<StoredItem>().ToHashSet();
        foreach (var gone in stored.Where(item => item.GoneInRevision is null && !kept.Contains(item)).OrderBy(item => item.Ordinal))
        {
            gone.GoneInRevision = revision;
            _changes.Add((ChangeType.Removed, gone, gone.Data));
        }
    }

    /// <summary>The row of each draft, in the drafts' order.</summary>
    public List<StoredItem> Items { get; } = [];

    /// <summary>The rows not yet in the database.</summary>
    public List<StoredItem> Added { get; } = [];

    /// <summary>Valid once the added rows have their ids.</summary>
    public IReadOnlyList<ItemChange> Changes() =>
        [
            .. _changes
                .Where(change => change.Item.Kind != ItemKind.Text)
                .OrderBy(change => change.Item.Kind)
                .ThenBy(change => change.Type == ChangeType.Removed)
                .Select(change => new ItemChange(
                    change.Type,
                    change.Item.Kind,
                    change.Item.Id,
                    change.Item.Headline,
                    change.Before,
                    change.Type == ChangeType.Removed ? null : change.Item.Data
                )),
        ];

    private StoredItem Begin(ItemDraft draft, StoredBriefing briefing)
    {
        var item = ItemRow.Of(draft, briefing);
        Added.Add(item);
        _changes.Add((ChangeType.Added, item, null));
        return item;
    }

    private StoredItem Continue(StoredItem item, ItemDraft draft)
    {
        if (item.GoneInRevision is not null)
        {
            _changes.Add((ChangeType.Added, item, null));
        }
        else if (!Fingerprint.Same(item.Kind, item.Data, draft.Data))
        {
            _changes.Add((ChangeType.Changed, item, item.Data));
        }

        ItemRow.Update(item, draft);
        return item;
    }
}

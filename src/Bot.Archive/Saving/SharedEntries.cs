using Bot.Archive.Entities;

namespace Bot.Archive.Saving;

/// <summary>
/// How much of a document a stored briefing has too. Running text is not counted, nor are
/// references, as two documents may cite one article; an
/// outlook's horizon and a comparison's first cell are labels that return every day, so those count by their text.
/// </summary>
internal static class SharedEntries
{
    public static bool Counts(ItemDraft draft) => Counts(draft.Kind);

    private static bool Counts(ItemKind kind) => kind is not (ItemKind.Reference or ItemKind.Text);

    /// <summary>0 to 1; null if either has nothing that counts.</summary>
    public static double? Of(IReadOnlyList<StoredItem> stored, IReadOnlyList<ItemDraft> drafts)
    {
        if (drafts.Count == 0 || !stored.Any(item => Counts(item.Kind)))
        {
            return null;
        }

        var shared = ItemMatcher.Match(stored, drafts).Zip(drafts).Count(pair => pair.First is { } item && IsSame(item, pair.Second));
        return shared / (double)drafts.Count;
    }

    private static bool IsSame(StoredItem item, ItemDraft draft) =>
        item.Kind is not (ItemKind.Outlook or ItemKind.ComparisonRow)
        || new Nearness(item).To(new Nearness(draft)) >= Nearness.Threshold(item.Kind);
}

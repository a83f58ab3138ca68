using Bot.Archive.Entities;

namespace Bot.Archive.Saving;

/// <summary>
/// Matches the items of a new document with stored items, so that ids survive rewording. Per kind, in this order: the
/// same key (if several, the most similar text), then the most similar text above the kind's threshold. Within each,
/// current items take precedence over removed ones. Each stored item is used once. Ties are broken by position, so the
/// result depends only on the two documents.
/// </summary>
internal static class ItemMatcher
{
    /// <summary>
    /// Above this many pairs, texts are not compared. Only hostile documents have so many, and equal keys are still
    /// found.
    /// </summary>
    private const int MaxPairs = 250_000;

    /// <summary>The stored item of each draft, parallel to <paramref name="drafts"/>; null for a new one.</summary>
    public static StoredItem?[] Match(IReadOnlyList<StoredItem> stored, IReadOnlyList<ItemDraft> drafts)
    {
        var matches = new StoredItem?[drafts.Count];
        foreach (var kind in Enumerable.Range(0, drafts.Count).GroupBy(index => drafts[index].Kind))
        {
            var candidates = stored.Where(item => item.Kind == kind.Key).ToList();
            var open = kind.ToList();
            foreach (var standing in new[] { true, false })
            {
                ByKey(candidates.Where(item => item.GoneInRevision is null == standing), drafts, open, matches);
            }

            foreach (var standing in new[] { true, false })
            {
                var used = matches.OfType<StoredItem>().ToHashSet();
                ByText(
                    [.. candidates.Where(item => item.GoneInRevision is null == standing && !used.Contains(item))],
                    drafts,
                    open,
                    matches
                );
            }
        }

        return matches;
    }

    private static void ByKey(IEnumerable<StoredItem> candidates, IReadOnlyList<ItemDraft> drafts, List<int> open, StoredItem?[] matches)
    {
        var byKey = candidates.ToLookup(item => item.Key, StringComparer.Ordinal);
        foreach (var group in open.GroupBy(index => drafts[index].Key, StringComparer.Ordinal).ToList())
        {
            Take(Pairs([.. byKey[group.Key]], drafts, [.. group], threshold: _ => 0), open, matches);
        }
    }

    private static void ByText(List<StoredItem> candidates, IReadOnlyList<ItemDraft> drafts, List<int> open, StoredItem?[] matches) =>
        Take(Pairs(candidates, drafts, open, Nearness.Threshold), open, matches);

    private static List<Pair> Pairs(
        List<StoredItem> candidates,
        IReadOnlyList<ItemDraft> drafts,
        List<int> open,
        Func<ItemKind, double> threshold
    )
    {
        if (candidates is [var only] && open is [var single] && only.Key == drafts[single].Key)
        {
            return [new Pair(1, only, single)];
        }

        if ((long)candidates.Count * open.Count > MaxPairs)
        {
            // Match equal keys in order; nothing else.
            return
            [
                .. candidates.Zip(open, (item, draft) => new Pair(1, item, draft)).Where(pair => pair.Item.Key == drafts[pair.Draft].Key),
            ];
        }

        var old = candidates.ConvertAll(item => new Nearness(item));
        var fresh = open.ConvertAll(index => new Nearness(drafts[index]));
        var pairs = new List<Pair>();
        for (var i = 0; i < old.Count; i++)
        {
            for (var j = 0; j < fresh.Count; j++)
            {
                var score = old[i].To(fresh[j]);
                if (score >= threshold(candidates[i].Kind))
                {
                    pairs.Add(new Pair(score, candidates[i], open[j]));
                }
            }
        }

        return pairs;
    }

    private static void Take(List<Pair> pairs, List<int> open, StoredItem?[] matches)
    {
        var used = new HashSet<StoredItem>();
        foreach (
            var pair in pairs
                .OrderByDescending(pair => pair.Score)
                .ThenBy(pair => pair.Item.Ordinal)
                .ThenBy(pair => pair.Item.Id)
                .ThenBy(pair => pair.Draft)
        )
        {
            if (matches[pair.Draft] is null && used.Add(pair.Item))
            {
                matches[pair.Draft] = pair.Item;
                open.Remove(pair.Draft);
            }
        }
    }

    /// <param name="Score">0 to 1.</param>
    /// <param name="Draft">Index of the draft.</param>
    private sealed record Pair(double Score, StoredItem Item, int Draft);
}

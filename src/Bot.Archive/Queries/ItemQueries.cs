using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Archive.Search;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Queries;

/// <summary>
/// Finds items of any kind, newest day first, in the briefing's order within it. Those of held briefings and those dropped by a later
/// revision are never returned. Thread-safe; one instance per process.
/// </summary>
public sealed class ItemQueries(IDbContextFactory<ArchiveContext> contexts)
{
    /// <summary>A search looks at so many of the newest items that may match.</summary>
    public const int MostSearched = 1000;

    private readonly ArchiveReads _reads = new(contexts);

    /// <summary>Items of some kinds.</summary>
    /// <param name="skip">Number of items to skip, 0 or more.</param>
    /// <param name="take">Maximum number of items, 1 or more.</param>
    public async Task<IReadOnlyList<ArchivedItem>> OfKindsAsync(
        string series,
        IReadOnlyCollection<ItemKind> kinds,
        DateSpan days,
        int skip,
        int take,
        CancellationToken cancellationToken
    ) =>
        await _reads.KeptAsync(
            ("items", series, string.Join(' ', kinds), days, (skip, take)),
            context => OfKindsAsync(context, series, kinds, days, skip, take, cancellationToken),
            Bytes,
            cancellationToken
        );

    /// <summary>Kind by kind, because only of one kind an index has the newest first.</summary>
    private static async Task<IReadOnlyList<ArchivedItem>> OfKindsAsync(
        ArchiveContext context,
        string series,
        IReadOnlyCollection<ItemKind> kinds,
        DateSpan days,
        int skip,
        int take,
        CancellationToken cancellationToken
    )
    {
        var found = new List<ArchivedItem>();
        foreach (var kind in kinds)
        {
            var items = Ordered(Current(context, series, days).Where(item => item.Kind == kind)).Take(skip + take);
            found.AddRange(await ReadAsync(context, items, cancellationToken));
        }

        return [.. Sorted(found).Skip(skip).Take(take)];
    }

    /// <summary>A briefing's items of one kind, in its order.</summary>
    public Task<IReadOnlyList<ArchivedItem>> OfBriefingAsync(int briefing, ItemKind kind, CancellationToken cancellationToken) =>
        OfBriefingAsync(briefing, [kind], cancellationToken);

    /// <summary>A briefing's items of some kinds, in its order.</summary>
    public async Task<IReadOnlyList<ArchivedItem>> OfBriefingAsync(
        int briefing,
        IReadOnlyCollection<ItemKind> kinds,
        CancellationToken cancellationToken
    ) =>
        await _reads.KeptAsync(
            ("items of briefing", briefing, string.Join(' ', kinds)),
            context =>
                ReadAsync(
                    context,
                    context
                        .Items.AsNoTracking()
                        .Where(item =>
                            item.BriefingId == briefing && kinds.Contains(item.Kind) && !item.IsHeld && item.GoneInRevision == null
                        ),
                    cancellationToken
                ),
            Bytes,
            cancellationToken
        );

    /// <summary>What two headlines have in common that tell the same: all but width, case, spaces and punctuation.</summary>
    public static string HeadlineKey(string headline) => StoredText.Bound(StoredText.Fold(headline));

    /// <summary>Those of some headlines that news of some days have, as <see cref="HeadlineKey"/>.</summary>
    public async Task<IReadOnlySet<string>> HeadlinesAsync(
        string series,
        IReadOnlyCollection<string> keys,
        DateSpan days,
        CancellationToken cancellationToken
    ) =>
        await _reads.ReadAsync(
            async context =>
            {
                var (from, to) = days;
                var told = await context
                    .Items.Where(item =>
                        item.Kind == ItemKind.News
                        && item.Series == series
                        && keys.Contains(item.Key)
                        && !item.IsHeld
                        && item.GoneInRevision == null
                    )
                    .Select(item => new { item.Key, item.Date })
                    .ToListAsync(cancellationToken);
                return told.Where(item => from <= item.Date && item.Date <= to).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
            },
            cancellationToken
        );

    /// <summary>Some items by their ids; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<ArchivedItem>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var items = context.Items.AsNoTracking().Where(item => ids.Contains(item.Id) && !item.IsHeld && item.GoneInRevision == null);
        return await ReadAsync(context, items, cancellationToken);
    }

    /// <summary>
    /// The items that satisfy a query, newest first, out of the newest <see cref="MostSearched"/> that have its words and columns.
    /// </summary>
    public async Task<IReadOnlyList<FoundItem>> SearchAsync(
        string series,
        SearchQuery query,
        IReadOnlyCollection<ItemKind> kinds,
        DateSpan days,
        CancellationToken cancellationToken
    )
    {
        var candidates = await _reads.ReadAsync(
            context =>
            {
                var items = SearchCondition.IsNarrow(query) ? Few(context, series, days) : Current(context, series, days);
                items = items.Where(item => kinds.Contains(item.Kind));
                items = SearchCondition.Of(context, query) is { } condition ? items.Where(condition) : items;
                return ReadAsync(context, Ordered(items).Take(MostSearched), cancellationToken);
            },
            cancellationToken
        );
        var found = new List<FoundItem>();
        foreach (var item in candidates)
        {
            if (SearchMatch.Of(query, item.OwnHeadline, item.Body, new SearchColumns(item)) is { } match)
            {
                found.Add(new FoundItem(item, match));
            }
        }

        return found;
    }

    private static int Bytes(IReadOnlyList<ArchivedItem> items) =>
        items.Sum(item => ArchiveReads.RowBytes + ((item.Headline.Length + item.Text.Length + item.Data.Length) * sizeof(char)));

    private static IQueryable<StoredItem> Current(ArchiveContext context, string series, DateSpan days)
    {
        var (from, to) = days;
        return context
            .Items.AsNoTracking()
            .Where(item => item.Series == series && item.Date >= from && item.Date <= to && !item.IsHeld && item.GoneInRevision == null);
    }

    /// <summary>
    /// The same among rows that are found by their ids: as no ordinal is negative, the second condition changes nothing but that SQLite, which
    /// has no statistics, does not go through the whole series by its index.
    /// </summary>
    private static IQueryable<StoredItem> Few(ArchiveContext context, string series, DateSpan days)
    {
        var (from, to) = days;
        return context
            .Items.AsNoTracking()
            .Where(item =>
                (item.Series == series || item.Ordinal < 0)
                && item.Date >= from
                && item.Date <= to
                && !item.IsHeld
                && item.GoneInRevision == null
            );
    }

    private static IQueryable<StoredItem> Ordered(IQueryable<StoredItem> items) =>
        items
            .OrderByDescending(item => item.Date)
            .ThenByDescending(item => item.BriefingId)
            .ThenBy(item => item.SectionOrder)
            .ThenBy(item => item.Ordinal)
            .ThenBy(item => item.Id);

    private static async Task<IReadOnlyList<ArchivedItem>> ReadAsync(
        ArchiveContext context,
        IQueryable<StoredItem> items,
        CancellationToken cancellationToken
    )
    {
        var rows = await items
            .Join(
                context.Briefings,
                item => item.BriefingId,
                briefing => briefing.Id,
                (item, briefing) =>
                    new ArchivedItem(
                        item.Id,
                        item.Kind,
                        new ArchivedBriefing(
                            briefing.Id,
                            briefing.Series,
                            briefing.Date,
                            briefing.Edition,
                            briefing.Revision,
                            briefing.IsSample
                        ),
                        item.Section,
                        item.SectionOrder,
                        item.Ordinal,
                        item.Headline,
                        item.Text,
                        item.Data
                    )
            )
            .ToListAsync(cancellationToken);
        // A join may lose the inner query's order.
        return [.. Sorted(rows)];
    }

    private static IEnumerable<ArchivedItem> Sorted(IEnumerable<ArchivedItem> items) =>
        items
            .OrderByDescending(item => item.Briefing.Date)
            .ThenByDescending(item => item.Briefing.Id)
            .ThenBy(item => item.SectionOrder)
            .ThenBy(item => item.Ordinal)
            .ThenBy(item => item.Id);
}

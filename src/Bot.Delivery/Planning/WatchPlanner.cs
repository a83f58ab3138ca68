using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Archive.Search;
using Bot.Briefings;
using Bot.Briefings.Companies;
using Bot.Briefings.Filters;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Planning;

/// <summary>
/// Turns what a briefing has for people's watches into deliveries of one message each, in the same ledger as all others. A watch is told
/// of a briefing at most once, and of a deal only by the first briefing that satisfies its rule.
/// </summary>
public sealed class WatchPlanner(
    IDbContextFactory<ArchiveContext> contexts,
    PlanLedger ledger,
    WatchComposer composer,
    IEnumerable<IPlatform> platforms,
    SeriesAccess access,
    DueTimes dueTimes,
    BriefingReader reader,
    CompanyAliases? aliases = null
)
{
    /// <summary>Identity of the message in a thread that is no thread of the bot's.</summary>
    private const string Section = "watch";

    /// <summary>A deal that was told longer ago is news again.</summary>
    private const int DaysOfMemory = 60;

    private const int ShortestSpelling = 3;

    private static readonly ItemKind[] Kinds = [.. Enum.GetValues<ItemKind>().Where(kind => kind != ItemKind.Reference)];

    private readonly ItemQueries _items = new(contexts);
    private readonly FilterReader _rules = new(reader.Terms);
    private readonly Dictionary<string, IPlatform> _platforms = platforms.ToDictionary(platform => platform.Id.Value);

    /// <summary>Plans what is not planned yet; repeatable.</summary>
    /// <returns>The number of new deliveries.</returns>
    public async Task<int> PlanAsync(StoredDocument document, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var made = new List<(Subscription Watch, Payload Payload)>();
        foreach (var rule in (await WaitingAsync(document, cancellationToken)).GroupBy(watch => watch.Filter ?? ""))
        {
            var found = await FindAsync(document.Briefing, rule.Key, cancellationToken);
            if (found.Count == 0)
            {
                continue;
            }

            foreach (var watch in rule)
            {
                var platform = _platforms[watch.Platform];
                var message = await composer.ComposeAsync(watch, document.Briefing, found, cancellationToken);
                made.Add((watch, PostPlan.Freeze(platform.Id, platform.Render(message)[0])));
            }
        }

        if (made.Count == 0)
        {
            return 0;
        }

        await ledger.FreezeAsync(made.Select(one => one.Payload).DistinctBy(payload => payload.Hash), cancellationToken);
        DeliveryCheckpoints.Reach(DeliveryCheckpoints.WatchesFrozen);
        var payloads = made.ToDictionary(one => one.Watch.Id, one => one.Payload.Hash);
        var planned = 0;
        foreach (var chunk in made.Select(one => one.Watch).Chunk(PlanLedger.ChunkSize))
        {
            planned += await ledger.AddAsync(
                document.Briefing.Key,
                chunk,
                watch => Deliver(watch, document, payloads[watch.Id], now),
                cancellationToken
            );
            DeliveryCheckpoints.Reach(DeliveryCheckpoints.WatchesPlanned);
        }

        return planned;
    }

    /// <summary>Lets a revision pass by the deliveries of watches: a match is told once, whatever is corrected.</summary>
    /// <returns>Ids of the watches among the deliveries' subscriptions.</returns>
    public async Task<IReadOnlySet<long>> PassAsync(
        IReadOnlyList<StoredDelivery> deliveries,
        int revision,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var subscriptions = deliveries.Select(delivery => delivery.SubscriptionId).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var watches = await context
            .Subscriptions.Where(row => row.Owner != null && subscriptions.Contains(row.Id))
            .Select(row => row.Id)
            .ToHashSetAsync(cancellationToken);
        foreach (var delivery in deliveries.Where(delivery => watches.Contains(delivery.SubscriptionId)))
        {
            await ledger.ReviseAsync(delivery, revision, [], [], now, cancellationToken);
        }

        return watches;
    }

    /// <summary>Watches that were there before the briefing came, and were not told of it.</summary>
    private async Task<List<Subscription>> WaitingAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var (series, briefing) = (document.Briefing.Series, document.Briefing.Id);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var watches = await context
            .Subscriptions.AsNoTracking()
            .Where(row =>
                row.Series == series
                && row.IsActive
                && row.Owner != null
                && row.Filter != null
                && !context.Deliveries.Any(delivery => delivery.BriefingId == briefing && delivery.SubscriptionId == row.Id)
            )
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return
        [
            .. watches.Where(watch =>
                watch.CreatedAt < document.Briefing.ReceivedAt
                && _platforms.ContainsKey(watch.Platform)
                && access.IsOpen(series, watch.Platform, watch.Workspace)
                && !dueTimes.IsBefore(document.Briefing.Key, watch.Schedule, watch.CreatedAt)
            ),
        ];
    }

    /// <summary>A company's name is looked for in all its spellings; those of one or two characters stand in too many other words.</summary>
    private IReadOnlyList<string> Spellings(string word) =>
        [.. (aliases ?? CompanyAliases.Shipped).Of(word).Where(name => name.Length >= ShortestSpelling)];

    private async Task<IReadOnlyList<FoundItem>> FindAsync(BriefingListing briefing, string rule, CancellationToken cancellationToken)
    {
        if (_rules.Read(rule).Filter is not { } filter || FilterQuery.Of(filter, Spellings) is not { } query)
        {
            return [];
        }

        var found = (await _items.SearchAsync(briefing.Series, query, Kinds, DateSpan.Of(briefing.Date), cancellationToken))
            .Where(one => one.Item.Briefing.Id == briefing.Id)
            .ToList();
        if (found.Exists(one => one.Item.Kind != ItemKind.Text))
        {
            // Running text mostly sums up what the entries say.
            found.RemoveAll(one => one.Item.Kind == ItemKind.Text);
        }

        var deals = found.Where(one => one.Item.Kind == ItemKind.Funding).Select(one => one.Item.Id).ToList();
        if (deals.Count > 0)
        {
            var told = await ToldAsync(briefing, query, deals, cancellationToken);
            found.RemoveAll(one => told.Contains(one.Item.Id));
        }

        return [.. found.OrderByDescending(one => one.Match.Score).ThenBy(one => one.Item.Id)];
    }

    /// <summary>Those of some reports whose deal an earlier briefing told in a way that satisfied the rule.</summary>
    private async Task<IReadOnlySet<long>> ToldAsync(
        BriefingListing briefing,
        SearchQuery query,
        List<long> reports,
        CancellationToken cancellationToken
    )
    {
        var days = new DateSpan(briefing.Date.AddDays(-Math.Min(DaysOfMemory, briefing.Date.DayNumber)), briefing.Date);
        var earlier = (await _items.SearchAsync(briefing.Series, query, [ItemKind.Funding], days, cancellationToken))
            .Where(one => one.Item.Briefing.Date < briefing.Date || one.Item.Briefing.Id < briefing.Id)
            .Select(one => one.Item.Id)
            .ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var deals = context.Items.Where(item => earlier.Contains(item.Id)).Select(item => item.DealId);
        return await context
            .Items.Where(item => reports.Contains(item.Id) && item.DealId != null && deals.Contains(item.DealId))
            .Select(item => item.Id)
            .ToHashSetAsync(cancellationToken);
    }

    private StoredDelivery Deliver(Subscription watch, StoredDocument document, string payload, DateTimeOffset now)
    {
        var briefing = document.Briefing;
        var platform = _platforms[watch.Platform];
        var due = dueTimes.Of(briefing.Key, watch.Schedule, now);
        var token = platform.TokenFor(watch.Workspace);
        var delivery = DeliveryRows.For(watch, token, briefing.Key, briefing.Id, document.Revision, due, now);
        delivery.ThreadId = platform.DirectThreadOf(watch.Channel);
        delivery.Posts.Add(
            new PostRows(delivery, due.At, due.ExpiresAt).Original(delivery.ThreadId is null ? PostKey.Root : Section, 1, payload)
        );
        return delivery;
    }
}

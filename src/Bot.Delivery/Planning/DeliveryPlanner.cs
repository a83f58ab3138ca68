using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Ledger;
using Bot.Archive.Saving;
using Bot.Archive.Subscriptions;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Planning;

/// <summary>
/// Turns a stored briefing into deliveries, one a subscription, and their posts. May be called any number of times and
/// from several processes at once: what is planned is planned once. A crash in the middle leaves whole deliveries.
/// </summary>
public sealed class DeliveryPlanner(
    IDbContextFactory<ArchiveContext> contexts,
    BriefingArchive archive,
    PlanLedger ledger,
    ThreadRenderer renderer,
    IEnumerable<IPlatform> platforms,
    IAlarmClock alarm,
    DeliveryMetrics metrics,
    DeliveryOptions options,
    TimeProvider time)
{
    private readonly Dictionary<string, IPlatform> platforms = platforms.ToDictionary(platform => platform.Id.Value);

    /// <summary>Plans as a process that stored a briefing does: <see cref="PlanAsync(string, DateOnly, bool, CancellationToken)"/>.</summary>
    public Task<PlanResult> PlanAsync(string series, DateOnly date, CancellationToken cancellationToken) =>
        PlanAsync(series, date, isService: false, cancellationToken);

    /// <summary>Plans the newest revision of a briefing for every active subscription of its series, and what the revision changes in what was planned before.</summary>
    /// <param name="isService">
    /// The process that sends: what its platforms cannot reach, nothing can. A command-line verb may run without the tokens
    /// that the service has; what it cannot reach stays marked as unplanned, and the service's next sweep plans it.
    /// </param>
    public async Task<PlanResult> PlanAsync(string series, DateOnly date, bool isService, CancellationToken cancellationToken)
    {
        if (await archive.LoadAsync(series, date, null, cancellationToken) is not { } document)
        {
            return new PlanResult(PlanStatus.NotFound);
        }

        if (document.Briefing.IsHeld)
        {
            return new PlanResult(PlanStatus.Held);
        }

        var previous = await archive.NewestBeforeAsync(series, date, cancellationToken) is { } before
            ? await archive.LoadAsync(series, before.Date, null, cancellationToken)
            : null;
        var plans = new PlanCache(renderer, platforms, document, previous);
        var subscriptions = await ActiveAsync(series, cancellationToken);
        var reachable = subscriptions.Where(subscription => platforms.ContainsKey(subscription.Platform)).ToList();
        var created = await AddAsync(document, reachable, plans, cancellationToken);
        var (revised, isWhole) = await ReviseAsync(document, plans, cancellationToken);
        if (isService || (isWhole && reachable.Count == subscriptions.Count))
        {
            await ledger.PlannedAsync(document.Briefing.Id, document.Revision, cancellationToken);
        }

        metrics.Planned(series, created);
        alarm.Ring(time.GetUtcNow());
        return new PlanResult(PlanStatus.Planned, created, reachable.Count - created, revised)
        {
            Unrendered = plans.Unrendered,
            WithoutPlatform = subscriptions.Count - reachable.Count,
        };
    }

    /// <summary>Which subscriptions a briefing would reach now, and when; writes nothing.</summary>
    /// <param name="kinds">Kinds of the sections that the briefing has.</param>
    public async Task<IReadOnlyList<PlannedDelivery>> PreviewAsync(
        string series, DateOnly date, IReadOnlyCollection<SectionKind> kinds, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await context.Deliveries.Where(delivery => delivery.Series == series && delivery.Date == date)
            .ToDictionaryAsync(delivery => delivery.SubscriptionId, delivery => delivery.DueAt, cancellationToken);
        var now = time.GetUtcNow();
        var present = kinds.Distinct().Order().Select(SectionNames.Of).ToList();
        return [.. (await ActiveAsync(series, cancellationToken))
            .Where(subscription => platforms.ContainsKey(subscription.Platform))
            .Select(subscription => new PlannedDelivery(
                subscription.Id, subscription.Platform, subscription.Workspace, subscription.Channel,
                due.TryGetValue(subscription.Id, out var at) ? at : now,
                [.. present.Where(kind => subscription.Sections.Count == 0 || subscription.Sections.Contains(kind))]))];
    }

    private async Task<List<Subscription>> ActiveAsync(string series, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Subscriptions.AsNoTracking()
            .Where(subscription => subscription.Series == series && subscription.IsActive)
            .OrderBy(subscription => subscription.Id)
            .ToListAsync(cancellationToken);
    }

    private async Task<int> AddAsync(
        StoredDocument document, List<Subscription> subscriptions, PlanCache plans, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var there = await context.Deliveries
            .Where(delivery => delivery.Series == document.Briefing.Series && delivery.Date == document.Briefing.Date)
            .Select(delivery => delivery.SubscriptionId).ToHashSetAsync(cancellationToken);
        var missing = subscriptions.Where(subscription => !there.Contains(subscription.Id)).ToList();
        if (missing.Count == 0)
        {
            return 0;
        }

        var now = time.GetUtcNow();
        await ledger.FreezeAsync(missing.Select(plans.Of).Distinct().SelectMany(plan => plan.Payloads), cancellationToken);
        DeliveryCheckpoints.Reach(DeliveryCheckpoints.PayloadsFrozen);
        var created = 0;
        foreach (var chunk in missing.Chunk(PlanLedger.ChunkSize))
        {
            created += await ledger.AddAsync(
                document.Briefing.Series,
                document.Briefing.Date,
                chunk,
                subscription => plans.Of(subscription).Deliver(subscription, document, TokenOf(subscription), now, options.UsefulWindow, now),
                cancellationToken);
            DeliveryCheckpoints.Reach(DeliveryCheckpoints.ChunkPlanned);
        }

        return created;
    }

    /// <returns>How many deliveries got posts, and whether every delivery's platform is there.</returns>
    private async Task<(int Revised, bool IsWhole)> ReviseAsync(StoredDocument document, PlanCache plans, CancellationToken cancellationToken)
    {
        var (series, date) = (document.Briefing.Series, document.Briefing.Date);
        var revised = 0;
        var isWhole = true;
        var last = 0L;
        while (await ledger.OlderThanAsync(series, date, document.Revision, last, cancellationToken) is { Count: > 0 } older)
        {
            last = older[^1].Id;
            var reachable = older.Where(delivery => platforms.ContainsKey(delivery.Platform)).ToList();
            isWhole &= reachable.Count == older.Count;
            await KnowEarlierAsync(document, reachable, plans, cancellationToken);
            var now = time.GetUtcNow();
            var revisions = reachable.ConvertAll(delivery =>
                (Delivery: delivery, Rows: plans.Of(delivery).Revise(delivery, document.Revision, options.UsefulWindow, now)));
            await ledger.FreezeAsync(
                reachable.Select(plans.Of).Distinct().SelectMany(plan => plan.Payloads), cancellationToken);
            foreach (var (delivery, rows) in revisions)
            {
                if (await ledger.ReviseAsync(delivery.Id, delivery.Revision, document.Revision, rows, now, cancellationToken) && rows.Count > 0)
                {
                    revised++;
                }

                DeliveryCheckpoints.Reach(DeliveryCheckpoints.RevisionPlanned, delivery.Token);
            }
        }

        return (revised, isWhole);
    }

    /// <summary>Loads the revisions that the deliveries have seen, for what was corrected since.</summary>
    private async Task KnowEarlierAsync(
        StoredDocument document, List<StoredDelivery> deliveries, PlanCache plans, CancellationToken cancellationToken)
    {
        var first = deliveries.Count == 0 ? document.Revision : deliveries.Min(PlanCache.FirstOf);
        for (var revision = document.Revision - 1; revision >= first; revision--)
        {
            if (!plans.Earlier.ContainsKey(revision)
                && await archive.LoadAsync(document.Briefing.Series, document.Briefing.Date, revision, cancellationToken) is { } earlier)
            {
                plans.Earlier[revision] = earlier;
            }
        }
    }

    private string TokenOf(Subscription subscription) => platforms[subscription.Platform].TokenFor(subscription.Workspace);

    /// <summary>Renders each distinct wish once.</summary>
    private sealed class PlanCache(
        ThreadRenderer renderer, Dictionary<string, IPlatform> platforms, StoredDocument document, StoredDocument? previous)
    {
        private readonly Dictionary<(string Platform, Locale Locale, string Sections, int First), ThreadPlan> plans = [];

        /// <summary>Revisions before the document's, by number, as far as a delivery has seen them.</summary>
        public SortedDictionary<int, StoredDocument> Earlier { get; } = [];

        public IReadOnlyList<string> Unrendered =>
            [.. plans.Values.SelectMany(plan => plan.Posts).Where(post => post.Failure is not null).Select(post => post.Section).Distinct()];

        /// <summary>The revision that a delivery's channel was shown first.</summary>
        public static int FirstOf(StoredDelivery delivery) => delivery.Posts.Select(post => post.Revision).DefaultIfEmpty(delivery.Revision).Min();

        public ThreadPlan Of(Subscription subscription) => Of(subscription.Platform, subscription.Locale, subscription.Sections, document.Revision);

        public ThreadPlan Of(StoredDelivery delivery) => Of(delivery.Platform, delivery.Locale, delivery.Sections, FirstOf(delivery));

        private ThreadPlan Of(string platform, Locale locale, List<string> sections, int first)
        {
            var wish = (platform, locale, string.Join(',', sections.Order(StringComparer.Ordinal)), first);
            return plans.TryGetValue(wish, out var plan) ? plan : plans[wish] = renderer.Render(
                platforms[platform], new ThreadRequest(document, previous, locale, [.. sections.Select(SectionNames.Parse).OfType<SectionKind>()])
                {
                    Earlier = [.. Earlier.Where(earlier => earlier.Key >= first).Select(earlier => earlier.Value)],
                });
        }
    }
}

using System.Collections.Concurrent;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Archive.Subscriptions;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Planning;

/// <summary>
/// Turns a stored briefing into deliveries, one per subscription, and their posts. May be called repeatedly and by several processes at
/// once: everything is planned once. A crash midway leaves only whole deliveries.
/// </summary>
public sealed partial class DeliveryPlanner(
    IDbContextFactory<ArchiveContext> contexts,
    BriefingArchive archive,
    PlanLedger ledger,
    WatchPlanner watches,
    ThreadRenderer renderer,
    IEnumerable<IPlatform> platforms,
    Recipients recipients,
    DueTimes dueTimes,
    RevisionPlanner revisions,
    PlaceholderFiller placeholders,
    IAlarmClock alarm,
    DeliveryMetrics metrics,
    DeliveryOptions options,
    LedgerClock clock,
    ILogger<DeliveryPlanner> logger
)
{
    private readonly ConcurrentDictionary<BriefingKey, SemaphoreSlim> _turns = new();
    private readonly Dictionary<string, IPlatform> _platforms = platforms.ToDictionary(platform => platform.Id.Value);

    /// <summary>Maximum posts of a thread that nobody has confirmed.</summary>
    public int MostPosts => options.MostPosts;

    /// <summary>
    /// Plans on behalf of the process that stored a briefing: <see cref="PlanAsync(BriefingKey, bool, CancellationToken)"/>.
    /// </summary>
    public Task<PlanResult> PlanAsync(BriefingKey key, CancellationToken cancellationToken) =>
        PlanAsync(key, isService: false, cancellationToken);

    /// <summary>The same for a briefing that a person wants delivered, however late it is.</summary>
    public Task<PlanResult> PlanAskedAsync(BriefingKey key, CancellationToken cancellationToken) =>
        InTurnAsync(key, () => PlanAsync(key, isService: false, PlanWish.Asked, cancellationToken), cancellationToken);

    /// <summary>The same for a briefing that a person has released, however late it is, and however many posts it makes.</summary>
    public Task<PlanResult> PlanConfirmedAsync(BriefingKey key, CancellationToken cancellationToken) =>
        InTurnAsync(key, () => PlanAsync(key, isService: false, PlanWish.Confirmed, cancellationToken), cancellationToken);

    /// <summary>
    /// Plans the newest revision of a briefing for every active subscription to its series, and the changes that it makes to what was
    /// planned before.
    /// </summary>
    /// <param name="isService">
    /// True for the process that sends: a platform missing there is missing altogether. A command-line verb may lack tokens that the
    /// service has; what it cannot reach stays marked as unplanned, and the service's next sweep plans it.
    /// </param>
    /// <returns>
    /// Held: it waits for confirmation, or makes more posts than <see cref="MostPosts"/> and waits from now on; nothing is planned.
    /// </returns>
    public Task<PlanResult> PlanAsync(BriefingKey key, bool isService, CancellationToken cancellationToken) =>
        InTurnAsync(key, () => PlanAsync(key, isService, PlanWish.None, cancellationToken), cancellationToken);

    private async Task<PlanResult> PlanAsync(BriefingKey key, bool isService, PlanWish wish, CancellationToken cancellationToken)
    {
        using var tracing = DeliveryTraces.Plan(key);
        if (await archive.LoadAsync(key, null, cancellationToken) is not { } document)
        {
            return new PlanResult(PlanStatus.NotFound);
        }

        if (document.Briefing.IsHeld)
        {
            return new PlanResult(PlanStatus.Held);
        }

        var isWanted = wish != PlanWish.None;
        var subscriptions = await recipients.OfAsync(key, isWanted, cancellationToken);
        var reachable = subscriptions.Where(subscription => _platforms.ContainsKey(subscription.Platform)).ToList();
        var plans = await PlansAsync(document, reachable, cancellationToken);
        if (wish != PlanWish.Confirmed && await TooManyPostsAsync(document, reachable, plans, cancellationToken) is { } posts)
        {
            await archive.HoldAsync(key, HoldReason.TooManyPosts, CancellationToken.None);
            return new PlanResult(PlanStatus.Held) { Posts = posts };
        }

        var created = await DeliverAsync(document, reachable, plans, recipients.DueOf(key, isWanted), cancellationToken);
        await watches.PlanAsync(document, clock.Now, cancellationToken);
        var (revised, isWhole) = await revisions.ReviseAsync(document, plans, cancellationToken);
        if (isService || (isWhole && reachable.Count == subscriptions.Count))
        {
            await ledger.PlannedAsync(document.Briefing.Id, document.Revision, cancellationToken);
        }

        metrics.Planned(key.Series, created);
        // What waits has its own alarm; this one is for what a revision adds.
        alarm.Ring(clock.Now);
        return new PlanResult(PlanStatus.Planned, created, reachable.Count - created, revised)
        {
            Unrendered = plans.Unrendered,
            WithoutPlatform = subscriptions.Count - reachable.Count,
        };
    }

    /// <summary>
    /// Plans a briefing for one subscription, to be sent at once whatever its schedule says. A delivery that is there already stays as it
    /// is.
    /// </summary>
    /// <param name="subscription">Its id.</param>
    internal Task<PlanResult> PlanAtOnceAsync(BriefingKey key, long subscription, CancellationToken cancellationToken) =>
        InTurnAsync(
            key,
            async () =>
            {
                using var tracing = DeliveryTraces.Plan(key);
                if (await archive.LoadAsync(key, null, cancellationToken) is not { } document)
                {
                    return new PlanResult(PlanStatus.NotFound);
                }

                if (document.Briefing.IsHeld)
                {
                    return new PlanResult(PlanStatus.Held);
                }

                var active = await recipients.ActiveAsync(key.Series, cancellationToken);
                var reachable = active.FindAll(one => one.Id == subscription && _platforms.ContainsKey(one.Platform));
                var plans = await PlansAsync(document, reachable, cancellationToken);
                if (await TooManyPostsAsync(document, reachable, plans, cancellationToken) is { } posts)
                {
                    return new PlanResult(PlanStatus.Held) { Posts = posts };
                }

                var due = dueTimes.AtOnce(clock.Now);
                var created = await DeliverAsync(document, reachable, plans, _ => due, cancellationToken);
                metrics.Planned(key.Series, created);
                alarm.Ring(due.At);
                return new PlanResult(PlanStatus.Planned, created, reachable.Count - created) { Unrendered = plans.Unrendered };
            },
            cancellationToken
        );

    /// <summary>Which subscriptions a briefing would reach now, and when; writes nothing.</summary>
    /// <param name="kinds">Kinds of the briefing's sections.</param>
    /// <param name="markdown">The document, to count its posts; null: only planned posts are counted.</param>
    /// <param name="isWanted">A person wants it delivered, however late.</param>
    public async Task<IReadOnlyList<PlannedDelivery>> PreviewAsync(
        BriefingKey key,
        IEnumerable<SectionKind> kinds,
        string? markdown,
        bool isWanted,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var there = await context
            .Deliveries.Where(delivery => delivery.Series == key.Series && delivery.Date == key.Date && delivery.Edition == key.Edition)
            .Where(delivery => delivery.BriefingId != null)
            .Select(delivery => new
            {
                delivery.SubscriptionId,
                Due = new DueTime(delivery.DueAt, delivery.ExpiresAt),
                Posts = delivery.Posts.Count(post => post.Kind == PostKind.Original),
                HasBegun = delivery.Posts.Any(post =>
                    post.Kind == PostKind.Original && post.State != PostState.Planned && post.State != PostState.Expired
                ),
            })
            .ToDictionaryAsync(delivery => delivery.SubscriptionId, cancellationToken);
        var plans = markdown is null ? null : new PlanCache(renderer, _platforms, Draft(key, markdown), previous: null, appeared: []);
        var dueOf = recipients.DueOf(key, isWanted);
        var present = kinds.Distinct().Order().Select(SectionNames.Of).ToList();
        var planned = new List<PlannedDelivery>();
        foreach (var subscription in await recipients.OfAsync(key, isWanted, cancellationToken))
        {
            if (_platforms.ContainsKey(subscription.Platform))
            {
                var known = there.GetValueOrDefault(subscription.Id);
                var due = known?.Due ?? dueOf(subscription);
                planned.Add(
                    new PlannedDelivery(
                        subscription.Id,
                        subscription.Platform,
                        subscription.Workspace,
                        subscription.Channel,
                        due.At,
                        [.. present.Where(kind => subscription.Sections.Count == 0 || subscription.Sections.Contains(kind))]
                    )
                    {
                        Posts = known?.Posts ?? plans?.Of(subscription).Posts.Count ?? 0,
                        IsTooLate = known is not { HasBegun: true } && due.ExpiresAt <= clock.Now,
                    }
                );
            }
        }

        return planned;
    }

    /// <summary>Which posts in which channels a document would change as the next revision of its briefing; writes nothing.</summary>
    /// <returns>In the order of the threads and their posts; empty if there is no such briefing.</returns>
    public async Task<IReadOnlyList<PlannedChange>> PreviewChangesAsync(
        BriefingKey key,
        string markdown,
        CancellationToken cancellationToken
    )
    {
        if (await archive.LoadAsync(key, null, cancellationToken) is not { } stored)
        {
            return [];
        }

        var next = stored with { Revision = stored.Revision + 1, Markdown = markdown, ReceivedAt = clock.Now };
        var active = await recipients.ActiveAsync(key.Series, cancellationToken);
        var plans = await PlansAsync(next, active, cancellationToken);
        return await revisions.PreviewAsync(next, plans, active.Select(one => one.Id).ToHashSet(), cancellationToken);
    }

    /// <summary>
    /// The series' history is read only for a thread that is composed now: a briefing is planned again by every sweep and by every
    /// document that changes nothing.
    /// </summary>
    private async Task<PlanCache> PlansAsync(StoredDocument document, List<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var there = await context
            .Deliveries.Where(delivery => delivery.BriefingId == document.Briefing.Id)
            .Select(delivery => new { delivery.SubscriptionId, delivery.Revision })
            .ToListAsync(cancellationToken);
        var known = there.Select(delivery => delivery.SubscriptionId).ToHashSet();
        var isPlanned =
            there.TrueForAll(delivery => delivery.Revision >= document.Revision)
            && subscriptions.TrueForAll(subscription => known.Contains(subscription.Id));
        if (isPlanned || await archive.NewestBeforeAsync(document.Briefing.Key, cancellationToken) is not { } before)
        {
            return new PlanCache(renderer, _platforms, document, previous: null, appeared: []);
        }

        var appeared = await archive.FirstNamedInAsync(document.Briefing.Key, renderer.CompaniesOf(document), cancellationToken);
        return new PlanCache(renderer, _platforms, document, await archive.LoadAsync(before.Key, null, cancellationToken), appeared);
    }

    /// <summary>Fills the places that are held for a briefing, and adds what is missing. Returns how many got it.</summary>
    /// <param name="dueOf">When a subscription gets it.</param>
    private async Task<int> DeliverAsync(
        StoredDocument document,
        List<Subscription> subscriptions,
        PlanCache plans,
        Func<Subscription, DueTime> dueOf,
        CancellationToken cancellationToken
    )
    {
        var filled = await placeholders.FillAsync(document, subscriptions, plans, dueOf, cancellationToken);
        var added = await AddAsync(document, subscriptions, plans, dueOf, cancellationToken);
        // Again: a place may have been taken for it since.
        return filled + added + await placeholders.FillAsync(document, subscriptions, plans, dueOf, cancellationToken);
    }

    private async Task<int> AddAsync(
        StoredDocument document,
        List<Subscription> subscriptions,
        PlanCache plans,
        Func<Subscription, DueTime> dueOf,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var there = await context
            .Deliveries.Where(delivery => delivery.BriefingId == document.Briefing.Id)
            .Select(delivery => delivery.SubscriptionId)
            .ToHashSetAsync(cancellationToken);
        var missing = subscriptions.Where(subscription => !there.Contains(subscription.Id)).ToList();
        if (missing.Count == 0)
        {
            return 0;
        }

        var now = clock.Now;
        var due = missing.ToDictionary(subscription => subscription.Id, dueOf);
        var taken = await placeholders.TakenAsync(document.Briefing.Key, cancellationToken);
        await ledger.FreezeAsync(missing.Select(plans.Of).Distinct().SelectMany(plan => plan.Payloads), cancellationToken);
        DeliveryCheckpoints.Reach(DeliveryCheckpoints.PayloadsFrozen);
        var created = 0;
        foreach (var chunk in missing.Chunk(PlanLedger.ChunkOf(missing.Max(subscription => plans.Of(subscription).Posts.Count))))
        {
            created += await ledger.AddAsync(
                document.Briefing.Key,
                chunk,
                subscription =>
                    plans
                        .Of(subscription)
                        .Deliver(subscription, document, TokenOf(subscription), due[subscription.Id], taken.Contains(subscription.Id), now),
                cancellationToken
            );
            DeliveryCheckpoints.Reach(DeliveryCheckpoints.ChunkPlanned);
        }

        foreach (var times in due.Values.CountBy(time => time.At).Where(times => times.Key > now).OrderBy(times => times.Key))
        {
            Log.Waits(logger, document.Briefing.Key, times.Value, times.Key);
            alarm.Ring(times.Key);
        }

        return created;
    }

    /// <summary>
    /// How many posts the longest thread makes if it needs confirmation; null: it does not, or a longer one was confirmed before.
    /// </summary>
    private async Task<int?> TooManyPostsAsync(
        StoredDocument document,
        List<Subscription> subscriptions,
        PlanCache plans,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var there = await context
            .Deliveries.Where(delivery => delivery.BriefingId == document.Briefing.Id)
            .Select(delivery => new
            {
                delivery.SubscriptionId,
                delivery.Revision,
                Posts = delivery.Posts.Count(post => post.Kind == PostKind.Original),
            })
            .ToDictionaryAsync(delivery => delivery.SubscriptionId, cancellationToken);
        var most = subscriptions
            .Where(subscription => !there.TryGetValue(subscription.Id, out var known) || known.Revision < document.Revision)
            .Select(subscription => plans.Of(subscription).Posts.Count)
            .DefaultIfEmpty(0)
            .Max();
        return most > options.MostPosts && !there.Values.Any(known => known.Posts > options.MostPosts) ? most : null;
    }

    /// <summary>One planner per briefing at a time in this process; others wait, and usually find everything planned.</summary>
    private async Task<PlanResult> InTurnAsync(BriefingKey key, Func<Task<PlanResult>> plan, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await plan();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A document that may not be stored at all.</summary>
    private StoredDocument Draft(BriefingKey key, string markdown) =>
        new(
            new BriefingListing(0, key.Series, key.Date, key.Edition, 1, null, IsSample: false, IsHeld: false, clock.Now, clock.Now),
            1,
            markdown,
            "",
            clock.Now
        );

    private string TokenOf(Subscription subscription) => _platforms[subscription.Platform].TokenFor(subscription.Workspace);

    private static partial class Log
    {
        [LoggerMessage(3053, LogLevel.Information, "{Briefing}: {Deliveries} deliveries wait until {At:u}")]
        public static partial void Waits(ILogger logger, BriefingKey briefing, int deliveries, DateTimeOffset at);
    }
}

using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Planning;

/// <summary>
/// Plans what a newer revision changes in the threads of its briefing. What nobody has seen is replaced; a correction waits a little, and
/// takes the place of an earlier one that still waits, so that several in a row are one edit a post and one notice.
/// </summary>
public sealed partial class RevisionPlanner(
    IDbContextFactory<ArchiveContext> contexts,
    BriefingArchive archive,
    PlanLedger ledger,
    WatchPlanner watches,
    VanishedThreads vanished,
    IEnumerable<IPlatform> platforms,
    DueTimes dueTimes,
    PostAddresses addresses,
    IAlarmClock alarm,
    DeliveryOptions options,
    LedgerClock clock,
    ILogger<RevisionPlanner> logger
)
{
    private readonly HashSet<string> _platforms = [.. platforms.Select(platform => platform.Id.Value)];

    /// <returns>How many deliveries got posts, and whether every delivery's platform is available.</returns>
    internal async Task<(int Revised, bool IsWhole)> ReviseAsync(
        StoredDocument document,
        PlanCache plans,
        CancellationToken cancellationToken
    )
    {
        var revised = 0;
        var isWhole = true;
        var waits = new HashSet<DateTimeOffset>();
        var last = 0L;
        while (await ledger.OlderThanAsync(document.Briefing.Id, document.Revision, last, cancellationToken) is { Count: > 0 } older)
        {
            last = older[^1].Id;
            var there = older.Where(delivery => _platforms.Contains(delivery.Platform)).ToList();
            isWhole &= there.Count == older.Count;
            var told = await watches.PassAsync(older, document.Revision, clock.Now, cancellationToken);
            var gone = await vanished.PassAsync(there, document.Revision, clock.Now, cancellationToken);
            var reachable = there.Where(delivery => !told.Contains(delivery.SubscriptionId) && !gone.Contains(delivery.Id)).ToList();
            await KnowEarlierAsync(document, reachable, plans, cancellationToken);
            var untouched = reachable.Where(ThreadPlan.IsUntouched).ToHashSet();
            var additions = await AdditionsAsync(
                document,
                [.. reachable.Where(delivery => !untouched.Contains(delivery))],
                plans,
                cancellationToken
            );
            var anew = new Dictionary<StoredDelivery, IReadOnlyList<Post>>();
            foreach (var delivery in untouched)
            {
                var links = await addresses.OfAsync(delivery, cancellationToken);
                anew[delivery] = plans.AnewOf(delivery).Replace(delivery, document.Revision, links.GetValueOrDefault(PostKey.Root));
            }

            await ledger.FreezeAsync(
                reachable
                    .Select(delivery => untouched.Contains(delivery) ? plans.AnewOf(delivery) : plans.Of(delivery))
                    .Distinct()
                    .SelectMany(plan => plan.Payloads),
                cancellationToken
            );
            foreach (var delivery in reachable)
            {
                var changed = untouched.Contains(delivery)
                    ? await ReplaceAsync(document, delivery, anew[delivery], cancellationToken)
                    : await AddAsync(document, delivery, additions[delivery], waits, cancellationToken);
                if (changed is null)
                {
                    // One of its posts has just been sent, or another planner was faster: read it again.
                    last = Math.Min(last, delivery.Id - 1);
                    continue;
                }

                revised += changed == true ? 1 : 0;
                DeliveryCheckpoints.Reach(DeliveryCheckpoints.RevisionPlanned, delivery.Token);
            }
        }

        foreach (var until in waits.Order())
        {
            Log.CorrectionWaits(logger, document.Briefing.Key, document.Revision, until);
            alarm.Ring(until);
        }

        return (revised, isWhole);
    }

    /// <summary>What a revision would change in the threads of its briefing; writes nothing.</summary>
    internal async Task<IReadOnlyList<PlannedChange>> PreviewAsync(
        StoredDocument document,
        PlanCache plans,
        IReadOnlySet<long> subscriptions,
        CancellationToken cancellationToken
    )
    {
        var changes = new List<PlannedChange>();
        var last = 0L;
        while (await ledger.OlderThanAsync(document.Briefing.Id, document.Revision, last, cancellationToken) is { Count: > 0 } older)
        {
            last = older[^1].Id;
            var reachable = older
                .Where(delivery => _platforms.Contains(delivery.Platform) && subscriptions.Contains(delivery.SubscriptionId))
                .ToList();
            await KnowEarlierAsync(document, reachable, plans, cancellationToken);
            var begun = reachable.FindAll(delivery => !ThreadPlan.IsUntouched(delivery));
            var additions = await AdditionsAsync(document, begun, plans, cancellationToken);
            foreach (var delivery in reachable)
            {
                var rows = additions.TryGetValue(delivery, out var addition)
                    ? addition.Rows
                    :
                    [
                        .. plans
                            .AnewOf(delivery)
                            .Replace(delivery, document.Revision, thread: null)
                            .Where(row =>
                                !delivery.Posts.Exists(post => ThreadPlan.IsSame([post], [row]) || NoticePlans.IsNotice(row.Section))
                            ),
                    ];
                changes.AddRange(
                    rows.Select(row => new PlannedChange(
                        delivery.Platform,
                        delivery.Workspace,
                        delivery.Channel,
                        row.Section,
                        row.Part,
                        row.Kind
                    ))
                );
            }
        }

        return changes;
    }

    /// <summary>What the revision adds to threads that have begun.</summary>
    private async Task<IReadOnlyDictionary<StoredDelivery, Addition>> AdditionsAsync(
        StoredDocument document,
        List<StoredDelivery> deliveries,
        PlanCache plans,
        CancellationToken cancellationToken
    )
    {
        var subscriptions = await SubscriptionsAsync(deliveries, cancellationToken);
        var additions = new Dictionary<StoredDelivery, Addition>();
        foreach (var delivery in deliveries)
        {
            var subscription = subscriptions.GetValueOrDefault(delivery.SubscriptionId);
            var overtaken = ThreadPlan.Overtake(delivery);
            // The first of several sets the time: who corrects every minute must not put the correction off for ever.
            var soon = overtaken.Select(post => post.NextAt).Append(clock.Now + options.CorrectionWait).Min();
            var due = dueTimes.Addition(delivery.Series, subscription.Schedule, soon > clock.Now ? soon : clock.Now);
            var links = await addresses.OfAsync(delivery, cancellationToken);
            var rows = plans.Of(delivery).Revise(delivery, document.Revision, due, links);
            var isAsked = SubscriptionOptions.ConfirmsCorrections(subscription.Options);
            if (isAsked)
            {
                WaitingCorrections.Park(rows);
            }

            additions[delivery] = new(due.At, rows, overtaken, isAsked);
        }

        return additions;
    }

    /// <returns>Whether it shows something else now; null: it has to be read again.</returns>
    private async Task<bool?> ReplaceAsync(
        StoredDocument document,
        StoredDelivery delivery,
        IReadOnlyList<Post> anew,
        CancellationToken cancellationToken
    ) =>
        await ledger.ReplaceAsync(delivery, document.Revision, anew, clock.Now, cancellationToken)
            ? !ThreadPlan.IsSame(delivery.Posts.FindAll(ThreadPlan.IsUnseen), anew)
            : null;

    /// <returns>Whether it got posts; null: it has to be read again.</returns>
    private async Task<bool?> AddAsync(
        StoredDocument document,
        StoredDelivery delivery,
        Addition addition,
        HashSet<DateTimeOffset> waits,
        CancellationToken cancellationToken
    )
    {
        if (!await ledger.ReviseAsync(delivery, document.Revision, addition.Rows, addition.Overtaken, addition.At, cancellationToken))
        {
            return null;
        }

        if (addition.Rows.Count > 0 && !addition.IsAsked && addition.At > clock.Now)
        {
            waits.Add(addition.At);
        }

        return addition.Rows.Count > 0;
    }

    /// <summary>The subscriptions' own schedules and options, as stored.</summary>
    private async Task<IReadOnlyDictionary<long, (string? Schedule, string? Options)>> SubscriptionsAsync(
        List<StoredDelivery> deliveries,
        CancellationToken cancellationToken
    )
    {
        var ids = deliveries.ConvertAll(delivery => delivery.SubscriptionId);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Subscriptions.Where(subscription => ids.Contains(subscription.Id))
            .Select(subscription => new
            {
                subscription.Id,
                subscription.Schedule,
                subscription.Options,
            })
            .ToDictionaryAsync(
                subscription => subscription.Id,
                subscription => (subscription.Schedule, subscription.Options),
                cancellationToken
            );
    }

    /// <summary>Loads the revisions that the deliveries have shown, to tell what was corrected since.</summary>
    private async Task KnowEarlierAsync(
        StoredDocument document,
        List<StoredDelivery> deliveries,
        PlanCache plans,
        CancellationToken cancellationToken
    )
    {
        foreach (var revision in deliveries.SelectMany(PlanCache.ShownBy).Distinct().Where(revision => revision < document.Revision))
        {
            if (
                !plans.Earlier.ContainsKey(revision)
                && await archive.LoadAsync(document.Briefing.Key, revision, cancellationToken) is { } earlier
            )
            {
                plans.Earlier[revision] = earlier;
            }
        }
    }

    /// <param name="At">When it may be sent.</param>
    /// <param name="Rows">Its posts.</param>
    /// <param name="Overtaken">Posts of earlier revisions that it takes the place of.</param>
    /// <param name="IsAsked">A person has to confirm it first.</param>
    private sealed record Addition(DateTimeOffset At, IReadOnlyList<Post> Rows, IReadOnlyList<Post> Overtaken, bool IsAsked);

    private static partial class Log
    {
        [LoggerMessage(3054, LogLevel.Information, "{Briefing}: the corrections of revision {Revision} wait until {At:u}")]
        public static partial void CorrectionWaits(ILogger logger, BriefingKey briefing, int revision, DateTimeOffset at);
    }
}

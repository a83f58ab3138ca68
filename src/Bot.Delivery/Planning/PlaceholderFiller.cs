using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Planning;

/// <summary>
/// Gives the deliveries that hold a briefing's place the briefing once it has come: its root in the place of the line, its sections as
/// replies, an announcement at the end. What of the line has not been attempted yet is not sent any more.
/// </summary>
public sealed partial class PlaceholderFiller(
    IDbContextFactory<ArchiveContext> contexts,
    PlanLedger ledger,
    PlaceLedger places,
    PostAddresses addresses,
    DeliveryOperations operations,
    PlaceholderLines lines,
    IEnumerable<IPlatform> platforms,
    DeliveryOptions options,
    LedgerClock clock,
    ILogger<PlaceholderFiller> logger
)
{
    private const string Actor = "bot";
    private const int MostRaces = 10;

    private readonly Dictionary<string, IPlatform> _platforms = platforms.ToDictionary(platform => platform.Id.Value);

    /// <summary>Returns how many were filled.</summary>
    /// <param name="dueOf">When a subscription gets it.</param>
    internal async Task<int> FillAsync(
        StoredDocument document,
        IReadOnlyList<Subscription> subscriptions,
        PlanCache plans,
        Func<Subscription, DueTime> dueOf,
        CancellationToken cancellationToken
    )
    {
        var key = document.Briefing.Key;
        var filled = 0;
        for (var race = 1; race <= MostRaces; race++)
        {
            var isBeaten = false;
            foreach (var held in await places.OfDayAsync(key.Series, key.Date, cancellationToken))
            {
                if (subscriptions.FirstOrDefault(one => one.Id == held.SubscriptionId) is not { } subscription)
                {
                    continue;
                }

                if (await HasAnotherAsync(held, document.Briefing.Id, cancellationToken))
                {
                    // Both came at the same moment: the thread is there, and the line is too much.
                    await operations.RecallHeldAsync(held.Id, Actor, cancellationToken);
                    continue;
                }

                var isFilled = await FillAsync(document, held, subscription, plans, dueOf(subscription), cancellationToken);
                filled += isFilled ? 1 : 0;
                isBeaten |= !isFilled;
            }

            if (!isBeaten)
            {
                break;
            }
        }

        if (filled > 0)
        {
            Log.Filled(logger, key, filled);
        }

        return filled;
    }

    /// <summary>Subscriptions whose root of a day has its key already, as another edition filled the place that was held.</summary>
    internal async Task<IReadOnlySet<long>> TakenAsync(BriefingKey key, CancellationToken cancellationToken)
    {
        if (key.Edition.Length > 0)
        {
            return new HashSet<long>();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Deliveries.Where(row => row.Series == key.Series && row.Date == key.Date && row.Edition != "")
            .Where(row => row.Posts.Any(post => post.Revision == PlaceholderPosts.Revision))
            .Select(row => row.SubscriptionId)
            .ToHashSetAsync(cancellationToken);
    }

    /// <summary>Whether the subscription has the briefing in another thread. This one may just have been filled by another planner.</summary>
    private async Task<bool> HasAnotherAsync(StoredDelivery held, int briefing, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Deliveries.AnyAsync(
            row => row.SubscriptionId == held.SubscriptionId && row.BriefingId == briefing && row.Id != held.Id,
            cancellationToken
        );
    }

    /// <returns>False: one of its posts has just been sent, or another planner was faster.</returns>
    private async Task<bool> FillAsync(
        StoredDocument document,
        StoredDelivery held,
        Subscription subscription,
        PlanCache plans,
        DueTime due,
        CancellationToken cancellationToken
    )
    {
        var briefing = document.Briefing;
        var filled = new StoredDelivery
        {
            Id = held.Id,
            SubscriptionId = held.SubscriptionId,
            Token = held.Token,
            Platform = held.Platform,
            Workspace = held.Workspace,
            Channel = held.Channel,
            // Nobody has seen anything that was chosen before.
            Sections = subscription.Sections,
            Locale = subscription.Locale,
            Series = briefing.Series,
            Date = briefing.Date,
            Edition = briefing.Edition,
            BriefingId = briefing.Id,
            Revision = document.Revision,
            DueAt = due.At,
            ExpiresAt = due.ExpiresAt,
            ThreadId = PlaceholderPosts.MayStand(held.Posts) ? held.ThreadId : null,
        };
        filled.Posts.AddRange(held.Posts);
        var links = await addresses.OfAsync(filled, cancellationToken);
        var plan = plans.AnewOf(filled);
        var rows = plan.Replace(filled, document.Revision, links.GetValueOrDefault(PostKey.Root));
        if (due.ExpiresAt <= clock.Now && PlaceholderPosts.StandsUnfilled(held.Posts))
        {
            // Too late for anybody to read it: its posts expire, and the line says that nothing came.
            var never = lines.Never(_platforms[held.Platform], briefing.Key, held.ExpiresAt, held.Locale);
            filled.Posts.AddRange(rows);
            rows = [.. rows, new PostRows(filled, clock.Now, clock.Now + options.UsefulWindow).Closing(never.Hash)];
            await ledger.FreezeAsync([never], cancellationToken);
        }

        // Not those of the other threads' announcements, each of which has its own.
        var hashes = rows.Select(row => row.PayloadHash).ToHashSet();
        await ledger.FreezeAsync(plan.Payloads.Where(payload => hashes.Contains(payload.Hash)), cancellationToken);
        DeliveryCheckpoints.Reach(DeliveryCheckpoints.PayloadsFrozen, held.Token);
        if (!await places.FillAsync(held, filled, rows, cancellationToken))
        {
            return false;
        }

        DeliveryCheckpoints.Reach(DeliveryCheckpoints.PlaceFilled, held.Token);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(3056, LogLevel.Information, "{Briefing} came late: it fills {Deliveries} threads that were held for it")]
        public static partial void Filled(ILogger logger, BriefingKey briefing, int deliveries);
    }
}

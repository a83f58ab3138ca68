using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Bot.Delivery.Waking;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Operations;

/// <summary>
/// Corrections of subscriptions that want a person's word first. They are parked in the ledger until they are confirmed, left out, or
/// overtaken by a newer revision, which waits in their place.
/// </summary>
public sealed class WaitingCorrections(
    IDbContextFactory<ArchiveContext> contexts,
    ArchiveTransactions transactions,
    DueTimes dueTimes,
    IAlarmClock alarm,
    LedgerClock clock,
    TimeProvider time
)
{
    /// <summary>Has the planned ones of a revision's rows wait.</summary>
    internal static void Park(IEnumerable<Post> rows)
    {
        foreach (var row in rows.Where(row => row.State == PostState.Planned))
        {
            (row.State, row.Reason) = (PostState.Parked, Reasons.Unconfirmed);
        }
    }

    /// <summary>What waits, oldest first.</summary>
    /// <param name="most">At most so many threads.</param>
    public async Task<IReadOnlyList<WaitingCorrection>> ListAsync(CorrectionScope scope, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var deliveries = await scope
            .Of(context)
            .AsNoTracking()
            .Include(row => row.Posts)
            .OrderBy(row => row.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
        return
        [
            .. deliveries.Select(row => new WaitingCorrection(
                row.Id,
                new BriefingKey(row.Series, row.Date, row.Edition),
                new ChannelAddress(new PlatformId(row.Platform), row.Workspace, row.Channel),
                row.Posts.Where(post => !UnconfirmedPosts.IsOne(post) && !ThreadPlan.IsOvertaken(post)).Max(post => post.Revision),
                row.Posts.Where(UnconfirmedPosts.IsOne).Max(post => post.Revision),
                row.Posts.Count(post => UnconfirmedPosts.IsOne(post) && !NoticePlans.IsNotice(post.Section)),
                row.Posts.Where(UnconfirmedPosts.IsOne).Max(post => post.Id)
            )),
        ];
    }

    /// <summary>In how many threads something waits.</summary>
    public async Task<int> CountAsync(CorrectionScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await scope.Of(context).CountAsync(cancellationToken);
    }

    /// <summary>Sends what waits, in the quiet hours when they end, or leaves it out. Of two persons at once one does it.</summary>
    /// <param name="isConfirmed">False: it is left out, and what the channels show stays.</param>
    /// <param name="actor">Who does it, as the audit log names them.</param>
    public async Task<OperationResult> DecideAsync(
        CorrectionScope scope,
        bool isConfirmed,
        string actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        var result = await transactions.RunAsync(
            (context, token) => DecideAsync(context, scope, isConfirmed, actor, token),
            cancellationToken
        );
        alarm.Ring(time.GetUtcNow());
        return result;
    }

    private async Task<OperationResult> DecideAsync(
        ArchiveContext context,
        CorrectionScope scope,
        bool isConfirmed,
        string actor,
        CancellationToken cancellationToken
    )
    {
        var now = clock.Now;
        var waiting = await scope
            .Of(context)
            .Join(
                context.Subscriptions,
                delivery => delivery.SubscriptionId,
                subscription => subscription.Id,
                (delivery, subscription) =>
                    new
                    {
                        delivery.Id,
                        delivery.Series,
                        subscription.Schedule,
                    }
            )
            .ToListAsync(cancellationToken);
        var posts = 0;
        // By time rather than by thread: a correction may wait in a thousand channels.
        foreach (var alike in waiting.GroupBy(one => dueTimes.Addition(one.Series, one.Schedule, now)))
        {
            var (ids, due) = (alike.Select(one => one.Id).ToList(), alike.Key);
            var rows = context.Posts.Where(UnconfirmedPosts.Waiting).Where(post => ids.Contains(post.DeliveryId));
            posts += isConfirmed
                ? await rows.ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(post => post.State, PostState.Planned)
                            .SetProperty(post => post.Reason, (string?)null)
                            .SetProperty(post => post.NextAt, due.At)
                            .SetProperty(post => post.ExpiresAt, due.ExpiresAt),
                    cancellationToken
                )
                : await rows.ExecuteUpdateAsync(set => set.SetProperty(post => post.State, PostState.Cancelled), cancellationToken);
            await context
                .Deliveries.Where(row => ids.Contains(row.Id))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.State, DeliveryState.Open)
                            .SetProperty(row => row.NextAt, row => row.NextAt < now ? row.NextAt : now),
                    cancellationToken
                );
        }

        if (posts == 0)
        {
            return new OperationResult(OperationStatus.AlreadyDone);
        }

        context.Add(
            new AuditEntry
            {
                At = time.GetUtcNow(),
                Actor = actor,
                Action = isConfirmed ? "confirm-corrections" : "drop-corrections",
                Target = scope.Channel?.ToString() ?? "all",
                Detail = $"{scope.Briefing?.ToString() ?? "all briefings"}, {posts} posts",
            }
        );
        await context.SaveChangesAsync(cancellationToken);
        return new OperationResult(OperationStatus.Done, posts);
    }
}

using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Ledger;

/// <summary>
/// The writes around a send. Each is one conditional update: it changes the row only from the state that the caller
/// saw, under the lease that the caller holds, so that a late or second writer changes nothing and is told so.
/// </summary>
public sealed class SendLedger(IDbContextFactory<ArchiveContext> contexts, LedgerWriter writer, TimeProvider time)
{
    private const int TriesToBegin = 4;

    /// <summary>
    /// planned → sending, committed before the request leaves. False: the row is not planned and due any more, is
    /// paused, or the lease is no longer this one.
    /// </summary>
    /// <param name="post">As loaded.</param>
    /// <exception cref="Exception">The database could not be written: nothing may be sent.</exception>
    public async Task<bool> BeginAsync(Post post, StoredDelivery delivery, LeaseStamp lease, CancellationToken cancellationToken)
    {
        var doubtful = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await writer.WriteAsync(context => BeginAsync(context, post, delivery, lease, time.GetUtcNow())) == 1)
                {
                    return true;
                }

                // A commit whose acknowledgement was lost may have been ours (faults D5).
                return doubtful && await IsAsync(post.Id, PostState.Sending, lease.Epoch, post.Attempts + 1);
            }
            catch (Exception failure) when (attempt < TriesToBegin && LedgerRetry.IsPassing(failure))
            {
                doubtful = true;
                await Task.Delay(LedgerRetry.Wait(attempt), time, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Writes how a request or a look-up ended. Not cancelled with the caller: it is retried until it is written, or
    /// until <paramref name="giveUp"/>, after which the row is found in its old state and looked up. Not written: the row
    /// has moved on under another lease or by an admin; it is theirs now.
    /// </summary>
    /// <param name="post">As it was when the request left.</param>
    /// <param name="from"><see cref="PostState.Sending"/> or <see cref="PostState.Uncertain"/>.</param>
    public async Task<Recorded> RecordAsync(
        Post post, PostState from, PostChange change, LeaseStamp lease, CancellationToken giveUp)
    {
        var doubtful = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var recorded = await writer.WriteAsync(context => RecordAsync(context, post, from, change, lease));
                return recorded.Written || !doubtful
                    ? recorded
                    : new Recorded(await IsAsync(post.Id, change.State, lease.Epoch, attempts: null), NewPause: false);
            }
            catch (Exception failure) when (LedgerRetry.IsPassing(failure))
            {
                doubtful = true;
                await Task.Delay(LedgerRetry.Wait(attempt), time, giveUp);
            }
        }
    }

    /// <summary>planned → cancelled or expired, for a row whose turn has come and that can't or mustn't go any more.</summary>
    public async Task<bool> DropAsync(Post post, PostState to, string reason) => 1 == await writer.WriteAsync(context =>
        context.Posts
            .Where(row => row.Id == post.Id && row.State == PostState.Planned)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, to).SetProperty(row => row.Reason, reason)));

    /// <summary>A row found in sending is uncertain, never planned: its sender is dead or gave up.</summary>
    public async Task<bool> DoubtAsync(Post post, LeaseStamp lease, DateTimeOffset lookAt) => 1 == await writer.WriteAsync(context =>
        context.Posts
            .Where(row => row.Id == post.Id && row.State == PostState.Sending && row.Epoch == post.Epoch)
            .Where(row => context.Leases.Any(held => held.Token == lease.Token && held.Epoch == lease.Epoch))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, PostState.Uncertain)
                .SetProperty(row => row.Reason, Reasons.Interrupted)
                .SetProperty(row => row.Looks, 0)
                .SetProperty(row => row.Absences, row => row.Absences - row.Absences % 2)
                .SetProperty(row => row.NextAt, lookAt)
                .SetProperty(row => row.Epoch, lease.Epoch)));

    // SQL of its own, as it runs twice a post: to translate the same from LINQ costs ten times what the database does.
    private static Task<int> BeginAsync(
        ArchiveContext context, Post post, StoredDelivery delivery, LeaseStamp lease, DateTimeOffset now) => context.Database.ExecuteSqlAsync(
        $"""
        UPDATE posts SET
            "State" = {nameof(PostState.Sending)},
            "Attempts" = "Attempts" + 1,
            "FirstAttemptAt" = COALESCE("FirstAttemptAt", {now.UtcTicks}),
            "Epoch" = {lease.Epoch}
        WHERE "Id" = {post.Id} AND "State" = {nameof(PostState.Planned)} AND "NextAt" <= {now.UtcTicks} AND "ExpiresAt" > {now.UtcTicks}
            AND EXISTS (SELECT 1 FROM leases WHERE "Token" = {lease.Token} AND "Epoch" = {lease.Epoch})
            AND NOT EXISTS (SELECT 1 FROM pauses WHERE "Scope" IN (
                {PauseScopes.All},
                {PauseScopes.Token(delivery.Token)},
                {PauseScopes.Workspace(delivery.Platform, delivery.Workspace)},
                {PauseScopes.Channel(delivery.Platform, delivery.Workspace, delivery.Channel)}))
        """);

    private static async Task<Recorded> RecordAsync(
        ArchiveContext context, Post post, PostState from, PostChange change, LeaseStamp lease)
    {
        var changed = from == PostState.Sending
            ? await RecordSendAsync(context, post, change, lease)
            : await RecordLookAsync(context, post, from, change, lease);
        if (changed == 0)
        {
            return default;
        }

        return new Recorded(true, NewPause: await FollowAsync(context, post, change));
    }

    /// <summary>A send's answer belongs to the lease that sent it, even if it has just run out: if nobody has touched the row since, it is still the truth.</summary>
    private static Task<int> RecordSendAsync(ArchiveContext context, Post post, PostChange change, LeaseStamp lease) => context.Database.ExecuteSqlAsync(
        // Whole pairs of absences stay: they are the rounds that the post has been sent in vain.
        $"""
        UPDATE posts SET
            "State" = {change.State.ToString()},
            "NextAt" = {change.NextAt.UtcTicks},
            "Reason" = {change.Reason},
            "Detail" = {change.Detail},
            "MessageId" = COALESCE({change.MessageId}, "MessageId"),
            "SentAt" = COALESCE({change.SentAt?.UtcTicks}, "SentAt"),
            "Retries" = "Retries" + {(change.CountsRetry ? 1 : 0)},
            "Looks" = 0,
            "Absences" = "Absences" - "Absences" % 2
        WHERE "Id" = {post.Id} AND "State" = {nameof(PostState.Sending)}
            AND "Epoch" = {lease.Epoch}
        """);

    /// <summary>A look-up's answer only counts while the lease is held and no other look came between.</summary>
    private static Task<int> RecordLookAsync(
        ArchiveContext context, Post post, PostState from, PostChange change, LeaseStamp lease) => context.Database.ExecuteSqlAsync(
        $"""
        UPDATE posts SET
            "State" = {change.State.ToString()},
            "NextAt" = {change.NextAt.UtcTicks},
            "Reason" = {change.Reason},
            "Detail" = {change.Detail},
            "MessageId" = COALESCE({change.MessageId}, "MessageId"),
            "SentAt" = COALESCE({change.SentAt?.UtcTicks}, "SentAt"),
            "Retries" = "Retries" + {(change.CountsRetry ? 1 : 0)},
            "Looks" = "Looks" + {(change.CountsLook ? 1 : 0)},
            "Absences" = "Absences" + {(change.CountsAbsence ? 1 : 0)},
            "Epoch" = {lease.Epoch}
        WHERE "Id" = {post.Id} AND "State" = {from.ToString()} AND "Looks" = {post.Looks}
            AND EXISTS (SELECT 1 FROM leases WHERE "Token" = {lease.Token} AND "Epoch" = {lease.Epoch})
        """);

    private static async Task<bool> FollowAsync(ArchiveContext context, Post post, PostChange change)
    {
        if (change.ThreadId is { } thread)
        {
            await context.Database.ExecuteSqlAsync($"""
                UPDATE deliveries SET "ThreadId" = {thread} WHERE "Id" = {post.DeliveryId}
                """);
        }

        if (change.CancelRest is { } reason)
        {
            await context.Posts.Where(row => row.DeliveryId == post.DeliveryId && row.State == PostState.Planned)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PostState.Cancelled).SetProperty(row => row.Reason, reason));
        }

        return change.Pause is { } pause && await PauseAsync(context, pause) == 1;
    }

    /// <summary>The first pause of a scope stays: its reason is the one that a person was told.</summary>
    internal static Task<int> PauseAsync(ArchiveContext context, Pause pause) => context.Database.ExecuteSqlRawAsync(
        """
        INSERT INTO pauses ("Scope", "Reason", "Detail", "Since") VALUES ({0}, {1}, {2}, {3}) ON CONFLICT DO NOTHING
        """,
        pause.Scope, pause.Reason, pause.Detail ?? "", pause.Since.UtcTicks);

    private async Task<bool> IsAsync(long id, PostState state, long epoch, int? attempts)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Posts.AnyAsync(row => row.Id == id && row.State == state && row.Epoch == epoch
            && (attempts == null || row.Attempts == attempts));
    }
}

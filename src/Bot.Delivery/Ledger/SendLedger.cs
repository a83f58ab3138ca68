using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Planning;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Ledger;

/// <summary>
/// The writes around a send. Each is one conditional update: it changes the row only from the state that the caller saw, under the lease
/// that the caller holds, so a late or second writer changes nothing and learns so. After a write the loaded row is updated by the same
/// <see cref="PostTransitions"/>.
/// </summary>
public sealed class SendLedger(IDbContextFactory<ArchiveContext> contexts, LedgerWriter writer, LedgerClock clock, TimeProvider time)
{
    private const int TriesToBegin = 4;

    private static readonly Backoff Waits = Backoff.Doubling(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5));

    /// <summary>
    /// planned → sending, committed before the request leaves. False: the row is no longer planned and due, is paused, or the lease has
    /// changed.
    /// </summary>
    /// <param name="post">As loaded.</param>
    /// <exception cref="Exception">The database could not be written: nothing may be sent.</exception>
    public async Task<bool> BeginAsync(Post post, StoredDelivery delivery, LeaseStamp lease, CancellationToken cancellationToken)
    {
        var begun = PostTransitions.Begin(post, lease, clock.Now);
        var doubtful = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // The commit may have succeeded although its acknowledgement was lost (faults D5).
                var isBegun =
                    await writer.WriteAsync(context => BeginAsync(context, post, delivery, lease, begun)) == 1
                    || (doubtful && await IsAsync(post.Id, PostState.Sending, lease.Epoch, begun.Attempts));
                if (isBegun)
                {
                    begun.WriteTo(post);
                }

                return isBegun;
            }
            catch (Exception failure) when (attempt < TriesToBegin && DatabaseErrors.TroubleOf(failure) is not null)
            {
                doubtful = true;
                await Task.Delay(Waits.After(attempt), time, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Writes how a request or a look-up ended. Not cancelled with the caller: it is retried until written, or until
    /// <paramref name="giveUp"/>, after which the row is found in its old state and looked up. Not written means that another lease or an
    /// admin has changed the row and now owns it.
    /// </summary>
    /// <param name="post">
    /// In <see cref="PostState.Sending"/> or <see cref="PostState.Uncertain"/>, as it was when the request left.
    /// </param>
    public async Task<Recorded> RecordAsync(Post post, PostChange change, LeaseStamp lease, CancellationToken giveUp)
    {
        var (from, ended) = (post.State, PostTransitions.End(post, change, lease));
        var doubtful = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var recorded = await writer.WriteAsync(context => RecordAsync(context, post, from, ended, change, lease));
                if (!recorded.Written && doubtful)
                {
                    recorded = new Recorded(await IsAsync(post.Id, change.State, lease.Epoch, attempts: null), NewPause: false);
                }

                if (recorded.Written)
                {
                    ended.WriteTo(post);
                }

                return recorded;
            }
            catch (Exception failure) when (DatabaseErrors.TroubleOf(failure) is not null)
            {
                doubtful = true;
                await Task.Delay(Waits.After(attempt), time, giveUp);
            }
        }
    }

    /// <summary>
    /// planned → cancelled or expired, for a row whose turn has come but that can no longer be sent. False: it is no longer planned.
    /// </summary>
    public async Task<bool> DropAsync(Post post, PostState to, string reason)
    {
        var dropped =
            1
            == await writer.WriteAsync(context =>
                context
                    .Posts.Where(row => row.Id == post.Id && row.State == PostState.Planned)
                    .ExecuteUpdateAsync(set => PostTransitions.Drop(set, to, reason))
            );
        PostTransitions.Drop(post, to, reason).WriteTo(post);
        return dropped;
    }

    /// <summary>
    /// Makes a planned edit of a line that is not there a root of its own, in a thread of its own, which needs no announcement. Changes
    /// nothing if it is no longer planned.
    /// </summary>
    public Task<int> UprootAsync(Post post) =>
        writer.WriteAsync(async context =>
        {
            var uprooted = await context
                .Posts.Where(row => row.Id == post.Id && row.State == PostState.Planned && row.Kind == PostKind.Edit)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Kind, PostKind.Original));
            if (uprooted > 0)
            {
                await context
                    .Deliveries.Where(row => row.Id == post.DeliveryId)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.ThreadId, (string?)null));
                await context
                    .Posts.Where(row => row.DeliveryId == post.DeliveryId && row.State == PostState.Planned)
                    .Where(row => row.Section == NoticePlans.Arrival)
                    .ExecuteUpdateAsync(set => PostTransitions.Drop(set, PostState.Cancelled, Reasons.TargetNotSent));
            }

            return uprooted;
        });

    /// <summary>
    /// A row found in sending becomes uncertain, never planned: its sender is dead or gave up. So does a planned row that may already have
    /// been posted.
    /// </summary>
    /// <param name="post">In <see cref="PostState.Sending"/> or <see cref="PostState.Planned"/>.</param>
    /// <param name="reason"><see cref="Reasons.Interrupted"/> or <see cref="Reasons.Verifying"/>.</param>
    public async Task<bool> DoubtAsync(Post post, string reason, LeaseStamp lease, DateTimeOffset lookAt)
    {
        var from = post.State;
        var doubted =
            1
            == await writer.WriteAsync(context =>
                context
                    .Posts.Where(row => row.Id == post.Id && row.State == from && row.Epoch == post.Epoch)
                    .Where(row => context.Leases.Any(held => held.Token == lease.Token && held.Epoch == lease.Epoch))
                    .ExecuteUpdateAsync(set => PostTransitions.Doubt(set, reason, lookAt, lease))
            );
        if (doubted)
        {
            PostTransitions.Doubt(post, reason, lookAt, lease).WriteTo(post);
        }

        return doubted;
    }

    private async Task<int> BeginAsync(ArchiveContext context, Post post, StoredDelivery delivery, LeaseStamp lease, PostValues begun)
    {
        var now = clock.Now;
        return post.Kind == PostKind.Edit && await Overtaking(context.Posts, post).AnyAsync()
            ? 0
            : await SetSendingAsync(context, post, delivery, lease, begun, now, clock.Surely ?? now);
    }

    /// <summary>Edits of the same post by newer revisions: an older one's text must never appear, however briefly.</summary>
    internal static IQueryable<Post> Overtaking(IQueryable<Post> posts, Post edit) =>
        posts.Where(other =>
            other.DeliveryId == edit.DeliveryId
            && other.Kind == PostKind.Edit
            && other.Section == edit.Section
            && other.Part == edit.Part
            && other.Ordinal > edit.Ordinal
            && (
                other.State == PostState.Planned
                || other.State == PostState.Sending
                || other.State == PostState.Uncertain
                || other.State == PostState.Sent
            )
        );

    // Raw SQL, because it runs twice per post: translating the LINQ costs ten times what the database does.
    private static Task<int> SetSendingAsync(
        ArchiveContext context,
        Post post,
        StoredDelivery delivery,
        LeaseStamp lease,
        PostValues begun,
        DateTimeOffset now,
        DateTimeOffset surely
    ) =>
        context.Database.ExecuteSqlAsync(
            $"""
            UPDATE posts SET
                "State" = {begun.State.ToString()},
                "Attempts" = {begun.Attempts},
                "FirstAttemptAt" = {begun.FirstAttemptAt!.Value.UtcTicks},
                "Epoch" = {begun.Epoch}
            WHERE "Id" = {post.Id} AND "State" = {nameof(PostState.Planned)} AND "Attempts" = {post.Attempts}
                AND "NextAt" <= {now.UtcTicks} AND "ExpiresAt" > {surely.UtcTicks}
                AND EXISTS (SELECT 1 FROM leases WHERE "Token" = {lease.Token} AND "Epoch" = {lease.Epoch})
                AND NOT EXISTS (SELECT 1 FROM pauses WHERE "Scope" IN (
                    {PauseScopes.All},
                    {PauseScopes.Token(delivery.Token)},
                    {PauseScopes.Workspace(delivery.Platform, delivery.Workspace)},
                    {PauseScopes.Channel(delivery.Platform, delivery.Workspace, delivery.Channel)}))
            """
        );

    private static async Task<Recorded> RecordAsync(
        ArchiveContext context,
        Post post,
        PostState from,
        PostValues ended,
        PostChange change,
        LeaseStamp lease
    )
    {
        var changed =
            from == PostState.Sending
                ? await RecordSendAsync(context, post, ended, lease)
                : await RecordLookAsync(context, post, from, ended, lease);
        if (changed == 0)
        {
            return default;
        }

        return new Recorded(true, NewPause: await FollowAsync(context, post, change));
    }

    /// <summary>
    /// A send's answer belongs to the lease that sent it, even if that has just expired: if nobody has touched the row since, it is still
    /// true.
    /// </summary>
    private static Task<int> RecordSendAsync(ArchiveContext context, Post post, PostValues ended, LeaseStamp lease) =>
        context.Database.ExecuteSqlAsync(
            $"""
            UPDATE posts SET
                "State" = {ended.State.ToString()}, "Reason" = {ended.Reason}, "Detail" = {ended.Detail},
                "MessageId" = COALESCE({ended.MessageId}, "MessageId"), "SentAt" = COALESCE({ended.SentAt?.UtcTicks}, "SentAt"),
                "Retries" = {ended.Retries}, "Looks" = {ended.Looks}, "Absences" = {ended.Absences}, "NextAt" = {ended.NextAt.UtcTicks}
            WHERE "Id" = {post.Id} AND "State" = {nameof(PostState.Sending)}
                AND "Epoch" = {lease.Epoch}
            """
        );

    /// <summary>A look-up's answer counts only while the lease is held and no other look-up came in between.</summary>
    private static Task<int> RecordLookAsync(ArchiveContext context, Post post, PostState from, PostValues ended, LeaseStamp lease) =>
        context.Database.ExecuteSqlAsync(
            $"""
            UPDATE posts SET
                "State" = {ended.State.ToString()}, "Reason" = {ended.Reason}, "Detail" = {ended.Detail},
                "MessageId" = COALESCE({ended.MessageId}, "MessageId"), "SentAt" = COALESCE({ended.SentAt?.UtcTicks}, "SentAt"),
                "Retries" = {ended.Retries}, "Looks" = {ended.Looks}, "Absences" = {ended.Absences}, "NextAt" = {ended.NextAt.UtcTicks}, "Epoch" = {ended.Epoch}
            WHERE "Id" = {post.Id} AND "State" = {from.ToString()} AND "Looks" = {post.Looks}
                AND EXISTS (SELECT 1 FROM leases WHERE "Token" = {lease.Token} AND "Epoch" = {lease.Epoch})
            """
        );

    private static async Task<bool> FollowAsync(ArchiveContext context, Post post, PostChange change)
    {
        if (change.ThreadId is { } thread)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                UPDATE deliveries SET "ThreadId" = {thread} WHERE "Id" = {post.DeliveryId}
                """
            );
        }

        if (change.CancelRest is { } reason)
        {
            await context
                .Posts.Where(row => row.DeliveryId == post.DeliveryId && row.State == PostState.Planned)
                .ExecuteUpdateAsync(set => PostTransitions.Drop(set, PostState.Cancelled, reason));
        }

        return change.Pause is { } pause && await PauseAsync(context, pause) == 1;
    }

    /// <summary>A scope's first pause stays: its reason is the one that was reported.</summary>
    internal static Task<int> PauseAsync(ArchiveContext context, Pause pause) =>
        context.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO pauses ("Scope", "Reason", "Detail", "Since") VALUES ({0}, {1}, {2}, {3}) ON CONFLICT DO NOTHING
            """,
            pause.Scope,
            pause.Reason,
            pause.Detail ?? "",
            pause.Since.UtcTicks
        );

    private async Task<bool> IsAsync(long id, PostState state, long epoch, int? attempts)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Posts.AnyAsync(row =>
            row.Id == id && row.State == state && row.Epoch == epoch && (attempts == null || row.Attempts == attempts)
        );
    }
}

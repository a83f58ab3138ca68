using Bot.Archive.Entities;
using Bot.Archive.Subscriptions;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Sending;

/// <summary>
/// Takes one delivery as far as it can go now: its posts strictly in order, replies only once the root's thread is known. A waiting,
/// uncertain or parked post holds back those behind it; a failed one does not.
/// </summary>
public sealed partial class ThreadRunner(
    DueDeliveries due,
    SendLedger ledger,
    LedgerSweep sweep,
    PayloadCache payloads,
    PlatformCalls platforms,
    ThreadFinishes finishes,
    OutcomePolicy policy,
    Verification verification,
    RefusalInquiry inquiry,
    SeriesAccess access,
    DueTimes dueTimes,
    SendGates gates,
    DeliveryMetrics metrics,
    IOperatorAlerts alerts,
    OutageTracker trouble,
    LedgerClock clock,
    TimeProvider time,
    ILogger<ThreadRunner> logger
)
{
    /// <summary>
    /// False: it could not get as far as it should, because something else wrote to it or the lease is in doubt; look again shortly.
    /// </summary>
    /// <exception cref="Exception">The database could not be read or written; the thread is as the ledger says, try later.</exception>
    public async Task<bool> RunAsync(long id, TokenLease lease, SendStop stop)
    {
        if (await due.LoadAsync(id, stop.Stopping) is not { } thread || !platforms.Has(thread.Delivery.Platform))
        {
            return false;
        }

        var delivery = thread.Delivery;
        using var tracing = DeliveryTraces.Deliver(delivery);
        Reach(DeliveryCheckpoints.ThreadPicked, delivery);
        var began = clock.Now;
        var next = await WalkAsync(thread, lease, stop);
        if (next is null)
        {
            metrics.Ended(thread, began);
            Reach(DeliveryCheckpoints.BeforeClosing, delivery);
            await sweep.CloseAsync(delivery);
            await finishes.FinishAsync(thread, stop.Stopping);
        }
        else if (next > DateTimeOffset.MinValue)
        {
            await sweep.DeferAsync(delivery, next.Value);
        }

        Reach(DeliveryCheckpoints.ThreadLeft, delivery);
        return next != DateTimeOffset.MinValue;
    }

    /// <summary>
    /// When there is more to do; <see cref="DateTimeOffset.MinValue"/> for "look again"; null once every post has ended.
    /// </summary>
    private async Task<DateTimeOffset?> WalkAsync(LoadedThread thread, TokenLease lease, SendStop stop)
    {
        var delivery = thread.Delivery;
        var isAsked = false;
        foreach (var post in thread.Posts)
        {
            for (var ended = false; !ended; )
            {
                if (stop.Stopping.IsCancellationRequested)
                {
                    return DateTimeOffset.MinValue;
                }

                var now = clock.Now;
                switch (post.State)
                {
                    case PostState.Sending when await ledger.DoubtAsync(post, Reasons.Interrupted, lease.Stamp, policy.FirstLook(now)):
                        Reach(DeliveryCheckpoints.Doubted, delivery, post);
                        break;
                    case PostState.Sending:
                        return DateTimeOffset.MinValue;
                    case PostState.Uncertain when post.NextAt > now:
                        return post.NextAt;
                    case PostState.Uncertain:
                        if (!await LookAsync(thread, post, lease, stop))
                        {
                            return DateTimeOffset.MinValue;
                        }

                        break;
                    case PostState.Parked when UnconfirmedPosts.IsOne(post):
                        // What follows it is none of the corrections that a person is asked about.
                        (isAsked, ended) = (true, true);
                        break;
                    case PostState.Parked:
                        // Only a person can move it on; the sweep expires what waits behind it.
                        return DateTimeOffset.MaxValue;
                    case PostState.Planned:
                        if (await DropAsync(thread, post))
                        {
                            break;
                        }

                        if (PlaceholderPosts.HasNoPlace(thread.Posts, post, thread.TargetOf(post)?.MessageId))
                        {
                            // It is posted as a root of its own; read again, as its row is another now.
                            await ledger.UprootAsync(post);
                            return DateTimeOffset.MinValue;
                        }

                        var wait = Later(post.NextAt, gates.ClosedUntil(delivery, now));
                        if (wait > now)
                        {
                            return wait < post.ExpiresAt || post.ExpiresAt <= now ? wait : post.ExpiresAt;
                        }

                        if (Quiet(thread, post, now) is { } quiet)
                        {
                            if (!await HoldAsync(thread, post, quiet))
                            {
                                return DateTimeOffset.MinValue;
                            }

                            Log.HeldByQuiet(logger, post.Key, quiet.At);
                            return quiet.At;
                        }

                        var goesOn = verification.Wants(post)
                            ? await ledger.DoubtAsync(post, Reasons.Verifying, lease.Stamp, now)
                            : await SendAsync(thread, post, lease, stop);
                        if (!goesOn)
                        {
                            return DateTimeOffset.MinValue;
                        }

                        break;
                    default:
                        ended = true;
                        break;
                }
            }
        }

        return isAsked ? DateTimeOffset.MaxValue : null;
    }

    /// <summary>False: somebody else changed the row, or nothing may leave now.</summary>
    private async Task<bool> SendAsync(LoadedThread thread, Post post, TokenLease lease, SendStop stop)
    {
        using var tracing = DeliveryTraces.Post("post", post);
        var delivery = thread.Delivery;
        var payload = await payloads.ReadAsync(post.PayloadHash, stop.Stopping);
        var request = PlatformCalls.RequestOf(delivery, post, payload, thread.Options) with
        {
            FillsPlace = PlaceholderPosts.IsFill(thread.Posts, post),
        };
        using var turn = await platforms.PaceAsync(delivery, post, request, look: false, stop.Stopping);
        Reach(DeliveryCheckpoints.BeforeSending, delivery, post);
        if (!await ledger.BeginAsync(post, delivery, lease.Stamp, stop.Stopping))
        {
            return false;
        }

        request = request with { FirstAttemptAt = post.FirstAttemptAt!.Value };
        Reach(DeliveryCheckpoints.SendingCommitted, delivery, post);
        if (!await lease.HoldsAsync())
        {
            // Suspended past the lease's end (faults C5). Nothing has left, and the row says so unless a new holder already has it.
            await ledger.RecordAsync(post, new PostChange(PostState.Planned, clock.Now), lease.Stamp, stop.GiveUp);
            return false;
        }

        Reach(DeliveryCheckpoints.RequestLeaving, delivery, post);
        var started = time.GetTimestamp();
        var answer = await platforms.SendAsync(request, post.Kind, thread.TargetOf(post)?.MessageId, stop.Abort);
        // The next post may take its turn while this outcome is written.
        turn.Dispose();
        metrics.Took(delivery.Platform, time.GetElapsedTime(started));
        Reach(DeliveryCheckpoints.AnswerReceived, delivery, post);
        var outcome = await inquiry.OfSendAsync(delivery, post, request.Options, answer, stop.Abort);
        var now = clock.Now;
        var decision = policy.AfterSend(post, delivery, outcome, now);
        if (decision.Change is { State: PostState.Failed, Reason: Reasons.ThreadGone } && PlaceholderPosts.IsFill(thread.Posts, post))
        {
            // Somebody took the line down. The briefing is posted anew: after a kill here, the edit finds nothing again.
            var again = new PostChange(PostState.Planned, now) { Reason = Reasons.ThreadGone };
            await RecordAsync(thread, post, again, lease, stop, DeliveryCheckpoints.OutcomeCommitted);
            await ledger.UprootAsync(post);
            return false;
        }

        if (decision.Gate is { } reach)
        {
            gates.Close(delivery, reach, decision.GateUntil, now);
        }
        else if (outcome is SendOutcome.Sent)
        {
            gates.Open(delivery, now);
        }

        trouble.Note(delivery.Token, outcome, now);
        return await RecordAsync(thread, post, decision.Change, lease, stop, DeliveryCheckpoints.OutcomeCommitted);
    }

    /// <summary>False: somebody else changed the row.</summary>
    private async Task<bool> LookAsync(LoadedThread thread, Post post, TokenLease lease, SendStop stop)
    {
        using var tracing = DeliveryTraces.Post("look", post);
        var delivery = thread.Delivery;
        PostChange change;
        if (OutcomePolicy.Creates(post))
        {
            var payload = await payloads.ReadAsync(post.PayloadHash, stop.Stopping);
            var request = PlatformCalls.RequestOf(delivery, post, payload, thread.Options);
            if (post.Reason == Reasons.Verifying)
            {
                request = request with { FirstAttemptAt = Verification.EarliestOf(delivery, clock.Now) };
            }

            using var turn = await platforms.PaceAsync(delivery, post, request, look: true, stop.Stopping);
            Reach(DeliveryCheckpoints.LookLeaving, delivery, post);
            var outcome = await platforms.FindAsync(request, stop.Abort);
            Reach(DeliveryCheckpoints.LookAnswered, delivery, post);
            metrics.Looked(delivery.Platform, outcome);
            outcome = await inquiry.OfLookAsync(delivery, outcome, stop.Abort);
            trouble.Note(delivery.Token, outcome, clock.Now);
            change = policy
                .AfterLook(
                    post,
                    delivery,
                    outcome,
                    SubscriptionOptions.PrefersDuplicate(thread.Options),
                    clock.Now,
                    clock.Surely ?? DateTimeOffset.MinValue
                )
                .Change;
        }
        else
        {
            // An edit or a deletion can be repeated, so it need not be looked up.
            change = new PostChange(PostState.Planned, clock.Now) { Reason = post.Reason };
        }

        var isVerified = post.Reason == Reasons.Verifying && change.State == PostState.Planned;
        if (!await RecordAsync(thread, post, change, lease, stop, DeliveryCheckpoints.LookCommitted))
        {
            return false;
        }

        if (isVerified)
        {
            verification.Verified(post);
        }

        return true;
    }

    private async Task<bool> RecordAsync(
        LoadedThread thread,
        Post post,
        PostChange change,
        TokenLease lease,
        SendStop stop,
        string checkpoint
    )
    {
        var (delivery, from) = (thread.Delivery, post.State);
        var recorded = await ledger.RecordAsync(post, change, lease.Stamp, stop.GiveUp);
        if (!recorded.Written)
        {
            Log.MovedOn(logger, post.Key, from);
            return false;
        }

        Reach(checkpoint, delivery, post);
        PostTransitions.Follow(thread, change);
        metrics.Reached(delivery.Platform, change.State, change.Reason);
        DeliveryTraces.Reached(change.State, change.Reason);
        if (recorded.NewPause)
        {
            metrics.Paused(delivery.Platform, change.Pause!.Reason);
            alerts.Raise(new OperatorAlert(change.Pause.Reason, change.Pause.Scope, change.Detail));
        }
        else if (
            change.State == PostState.Parked
            || (change is { State: PostState.Failed, Reason: Reasons.ThreadGone } && OutcomePolicy.Creates(post))
            || change is { State: PostState.Failed, Reason: Reasons.ThreadLocked }
            || (
                change is { State: PostState.Failed, Reason: Reasons.Refused }
                && !thread.Posts.Any(other => other != post && other is { State: PostState.Failed, Reason: Reasons.Refused })
            )
        )
        {
            // Once per thread: the rest of it is given up with this post, or will be refused like it.
            alerts.Raise(new OperatorAlert(change.Reason!, $"post:{post.Key}", change.Detail));
        }
        else if (change is { State: PostState.Failed, Reason: Reasons.NeverArrives or Reasons.PayloadRefused })
        {
            trouble.Failed(change.Reason, post.PayloadHash, change.Detail);
        }

        Log.Reached(logger, post.Key, change.State, change.Reason);
        return true;
    }

    /// <summary>Ends a planned post that can no longer be sent.</summary>
    private async Task<bool> DropAsync(LoadedThread thread, Post post)
    {
        var delivery = thread.Delivery;
        var (to, reason) = post switch
        {
            _ when post.ExpiresAt <= clock.Surely => (PostState.Expired, Reasons.WindowPassed),
            { Kind: not PostKind.Recall } when !access.IsOpen(delivery.Series, delivery.Platform, delivery.Workspace) => (
                PostState.Cancelled,
                Reasons.SeriesClosed
            ),
            { Kind: not PostKind.Recall, Round: 0 } when !thread.IsSubscribed => (PostState.Cancelled, Reasons.Unsubscribed),
            { Kind: PostKind.Edit } when SendLedger.Overtaking(thread.Posts.AsQueryable(), post).Any() => (
                PostState.Cancelled,
                Reasons.Overtaken
            ),
            _ when PlaceholderPosts.IsRoot(post) && (delivery.BriefingId is not null || Quiet(thread, post, clock.Now) is not null) => (
                PostState.Cancelled,
                Reasons.Overtaken
            ),
            _ when PlaceholderPosts.HasNoPlace(thread.Posts, post, thread.TargetOf(post)?.MessageId) => (PostState.Planned, ""),
            _ when !OutcomePolicy.IsRoot(post) && thread.Delivery.ThreadId is null => (PostState.Cancelled, Reasons.RootFailed),
            _ when !OutcomePolicy.Creates(post) && thread.TargetOf(post)?.MessageId is null => (PostState.Cancelled, Reasons.TargetNotSent),
            _ => (PostState.Planned, ""),
        };
        if (to == PostState.Planned)
        {
            return false;
        }

        // If it was no longer ours to drop, it is no longer planned either: the loaded row is stale, but may be left as it is.
        var dropped = await ledger.DropAsync(post, to, reason);
        if (dropped && to == PostState.Expired)
        {
            trouble.Expired(delivery.Token, posts: 1);
        }
        else if (dropped && reason == Reasons.SeriesClosed)
        {
            alerts.Raise(new OperatorAlert(reason, SeriesAccess.SubjectOf(delivery.Series, delivery.Platform, delivery.Workspace), null));
        }

        metrics.Reached(thread.Delivery.Platform, to, reason);
        Reach(DeliveryCheckpoints.Dropped, thread.Delivery, post);
        return true;
    }

    /// <summary>
    /// When the quiet hours in which a post's turn has come will end; null if they do not hold it. A thread that has begun goes on, and
    /// what a person sends again is sent.
    /// </summary>
    private DueTime? Quiet(LoadedThread thread, Post post, DateTimeOffset now) =>
        post is { Attempts: 0, Round: 0 }
        && (OutcomePolicy.IsRoot(post) || post.Kind is PostKind.Edit or PostKind.Append)
        && dueTimes.Addition(thread.Delivery.Series, thread.Schedule, now) is var due
        && due.At > now
            ? due
            : null;

    /// <summary>
    /// A thread that has not begun is due anew, with all its posts; in one that people have seen, only what waits is held.
    /// </summary>
    /// <returns>False: somebody else changed it.</returns>
    private async Task<bool> HoldAsync(LoadedThread thread, Post post, DueTime until) =>
        (OutcomePolicy.IsRoot(post) && await sweep.MoveAsync(thread.Delivery.Id, thread.Delivery.DueAt, until.At, until.ExpiresAt) > 0)
        || await sweep.HoldAsync(thread.Delivery, until.At, until.ExpiresAt) > 0;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static void Reach(string name, StoredDelivery delivery, Post? post = null) =>
        DeliveryCheckpoints.Reach(name, delivery.Token, post?.Key, post?.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(3010, LogLevel.Debug, "Post {Key} is {State} ({Reason})")]
        public static partial void Reached(ILogger logger, string key, PostState state, string? reason);

        [LoggerMessage(3012, LogLevel.Information, "Post {Key} waits until the quiet hours end at {At:u}")]
        public static partial void HeldByQuiet(ILogger logger, string key, DateTimeOffset at);

        [LoggerMessage(3011, LogLevel.Information, "Post {Key} was {From} but has been changed by somebody else")]
        public static partial void MovedOn(ILogger logger, string key, PostState from);
    }
}

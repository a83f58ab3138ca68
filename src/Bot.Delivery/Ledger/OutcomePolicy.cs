using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Ledger;

/// <summary>
/// Decides what to do after each outcome: state in, decision out. No I/O and no clock, so that the whole policy can be read and tested in
/// one place. The waits come from <see cref="DeliveryOptions"/>.
/// </summary>
public sealed class OutcomePolicy(DeliveryOptions options, Random random)
{
    /// <summary>
    /// A post counts as absent after this many consecutive look-ups that read the whole range: the first may come too early.
    /// </summary>
    public const int AbsencesThatProve = 2;

    // Only keeps the addition from overflowing: far beyond every useful window.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1000);

    private readonly Backoff _waits = Backoff.Of(options.Waits).Spread(random, 1 - options.Jitter, 1 + options.Jitter);

    /// <param name="post">In <see cref="PostState.Sending"/>.</param>
    public OutcomeDecision AfterSend(Post post, StoredDelivery delivery, SendOutcome outcome, DateTimeOffset now) =>
        Of(post, Decide(post, delivery, outcome, now));

    private OutcomeDecision Decide(Post post, StoredDelivery delivery, SendOutcome outcome, DateTimeOffset now) =>
        outcome switch
        {
            SendOutcome.Sent sent => new OutcomeDecision(
                new PostChange(PostState.Sent, now)
                {
                    MessageId = sent.MessageId,
                    ThreadId = ThreadOf(post, sent.MessageId, sent.ThreadId),
                    SentAt = now,
                }
            ),
            SendOutcome.RetryAfter retry => Retry(post, retry, now),
            SendOutcome.Rejected rejected => Refused(post, delivery, rejected, now),
            // An edit or a deletion may safely be repeated, so no look-up is needed.
            SendOutcome.Unknown unknown when !Creates(post) => Retry(
                post,
                new SendOutcome.RetryAfter(null, RetryScope.Channel, unknown.Detail),
                now
            ),
            SendOutcome.Unknown unknown => new OutcomeDecision(
                new PostChange(PostState.Uncertain, now + options.LookTimes[0]) { Reason = Reasons.NoAnswer, Detail = unknown.Detail }
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown kind of outcome"),
        };

    /// <param name="post">In <see cref="PostState.Uncertain"/>.</param>
    /// <param name="preferDuplicate">The subscription prefers a duplicate post to a missing one.</param>
    /// <param name="surely">
    /// The earliest possible time (<see cref="LedgerClock.Surely"/>); null: now. Nothing is given up before it.
    /// </param>
    public OutcomeDecision AfterLook(
        Post post,
        StoredDelivery delivery,
        FindOutcome outcome,
        bool preferDuplicate,
        DateTimeOffset now,
        DateTimeOffset? surely = null
    ) => Of(post, Decide(post, delivery, outcome, preferDuplicate, now, surely));

    private OutcomeDecision Decide(
        Post post,
        StoredDelivery delivery,
        FindOutcome outcome,
        bool preferDuplicate,
        DateTimeOffset now,
        DateTimeOffset? surely
    ) =>
        new(
            outcome switch
            {
                FindOutcome.Found found => new PostChange(PostState.Sent, now)
                {
                    Reason = Reasons.Found,
                    MessageId = found.MessageId,
                    ThreadId = ThreadOf(post, found.MessageId, found.ThreadId),
                    SentAt = now,
                },
                // Nothing was sent in this run yet, so there is nothing to settle and no futile round to count.
                FindOutcome.Absent when post.Reason == Reasons.Verifying => new PostChange(PostState.Planned, now)
                {
                    Reason = Reasons.Absent,
                },
                // Sent again, it would appear at the top of the channel for everybody to see before the bot could take it down.
                FindOutcome.Absent { IsThreadGone: true } when IsProof(post) && Creates(post) => new PostChange(PostState.Failed, now)
                {
                    Reason = Reasons.ThreadGone,
                    CancelRest = Reasons.ThreadGone,
                },
                FindOutcome.Absent when IsProof(post) => SentInVain(post, (post.Absences + 1) / AbsencesThatProve, now),
                FindOutcome.Absent => LookAgain(post, now) with { CountsAbsence = true },
                FindOutcome.RetryAfter retry when (surely ?? now) > post.ExpiresAt => Undecided(
                    preferDuplicate,
                    Reasons.LookUnanswered,
                    retry.Detail,
                    now
                ),
                FindOutcome.RetryAfter retry => Unanswered(post, retry, now),
                // The pause notifies a person; the look-up continues afterwards.
                FindOutcome.Blocked blocked when (surely ?? now) > post.ExpiresAt => Undecided(
                    preferDuplicate: false,
                    Reasons.Of(blocked.Reason),
                    blocked.Detail,
                    now
                ),
                FindOutcome.Blocked blocked => LookAgain(post, now) with
                {
                    Detail = blocked.Detail,
                    Pause = PauseOf(ScopeOf(blocked.Reason, delivery), blocked.Reason, blocked.Detail, now),
                },
                FindOutcome.CannotTell mute => Undecided(preferDuplicate, Reasons.CannotTell, mute.Detail, now),
                _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown kind of outcome"),
            }
        );

    /// <summary>
    /// A line that holds a briefing's place must not hold up the briefing: nobody has to decide what became of it, and what follows it
    /// finds another place.
    /// </summary>
    private static OutcomeDecision Of(Post post, OutcomeDecision decision) =>
        PlaceholderPosts.IsRoot(post)
            ? decision with
            {
                Change = decision.Change with
                {
                    State = decision.Change.State == PostState.Parked ? PostState.Failed : decision.Change.State,
                    CancelRest = null,
                },
            }
            : decision;

    /// <summary>When to look up a row that was found in sending for the first time.</summary>
    public DateTimeOffset FirstLook(DateTimeOffset now) => now + options.LookTimes[0];

    /// <summary>Whether its request creates a new message, which must not happen twice.</summary>
    public static bool Creates(Post post) => post.Kind is PostKind.Original or PostKind.Append;

    /// <summary>The bot's own wait before the next attempt.</summary>
    /// <param name="failures">Consecutive failures, from 1.</param>
    public TimeSpan WaitAfter(int failures) => _waits.After(failures);

    /// <summary>Whether one more absence proves that the post is not there.</summary>
    private static bool IsProof(Post post) => (post.Absences + 1) % AbsencesThatProve == 0;

    private OutcomeDecision Retry(Post post, SendOutcome.RetryAfter retry, DateTimeOffset now)
    {
        var (asked, until) = Wait(post, retry.After, now);
        return new OutcomeDecision(
            new PostChange(PostState.Planned, until)
            {
                Reason = Reasons.Waiting,
                Detail = retry.Detail,
                CountsRetry = !asked,
            }
        )
        {
            Gate = retry.Scope,
            GateUntil = asked ? until : null,
        };
    }

    private OutcomeDecision Refused(Post post, StoredDelivery delivery, SendOutcome.Rejected rejected, DateTimeOffset now)
    {
        if (rejected.Reason == RejectReason.Other && post.Retries < options.Waits.Count)
        {
            // No verdict by the platform yet: a proxy's error page passes, and the inquiry has already been made.
            return Retry(post, new SendOutcome.RetryAfter(null, RetryScope.Channel, rejected.Detail), now);
        }

        if (rejected.Reason == RejectReason.ThreadLocked && IsRoot(post))
        {
            // It has no thread yet.
            rejected = rejected with
            {
                Reason = RejectReason.ChannelLocked,
            };
        }

        var reason = Reasons.Of(rejected.Reason);
        var pause = PauseOf(ScopeOf(rejected.Reason, delivery), rejected.Reason, rejected.Detail, now);
        var stays = new PostChange(PostState.Planned, now) { Reason = reason, Detail = rejected.Detail };
        var fails = stays with { State = PostState.Failed };
        return new OutcomeDecision(
            rejected.Reason switch
            {
                RejectReason.TokenRefused or RejectReason.PermissionMissing or RejectReason.ChannelLocked => stays with { Pause = pause },
                RejectReason.ChannelGone => fails with { CancelRest = reason, Pause = pause },
                // This thread can take nothing more, whoever resumes it; the channel's other threads continue.
                RejectReason.ThreadLocked => fails with { CancelRest = reason },
                // A reply must not be recreated outside its deleted thread; a missing message to edit affects nothing else.
                RejectReason.ThreadGone when Creates(post) => fails with { CancelRest = reason },
                _ when IsRoot(post) => fails with { CancelRest = Reasons.RootFailed },
                _ => fails,
            }
        );
    }

    /// <summary>
    /// Proved absent. The first time it is sent again at once: something failed on the way. After that more slowly each time, and not
    /// forever: if it never arrives and is never answered, the fault is in the post (faults D14).
    /// </summary>
    private PostChange SentInVain(Post post, int rounds, DateTimeOffset now) =>
        rounds >= options.MostRounds
            ? new PostChange(PostState.Failed, now)
            {
                Reason = Reasons.NeverArrives,
                Detail = post.Detail,
                CountsAbsence = true,
                CancelRest = IsRoot(post) ? Reasons.RootFailed : null,
            }
            : new PostChange(PostState.Planned, rounds == 1 ? now : now + WaitAfter(rounds - 1))
            {
                Reason = Reasons.Absent,
                CountsAbsence = true,
            };

    /// <summary>What a refusal pauses, if anything.</summary>
    private static string ScopeOf(RejectReason reason, StoredDelivery delivery) =>
        reason == RejectReason.TokenRefused
            ? PauseScopes.Token(delivery.Token)
            : PauseScopes.Channel(delivery.Platform, delivery.Workspace, delivery.Channel);

    private static Pause PauseOf(string scope, RejectReason reason, string detail, DateTimeOffset now) =>
        new()
        {
            Scope = scope,
            Reason = Reasons.Of(reason),
            Detail = detail,
            Since = now,
        };

    /// <summary>Whether it arrived is as unknown as before: look again soon. The settling intervals start only with an answer.</summary>
    private PostChange Unanswered(Post post, FindOutcome.RetryAfter retry, DateTimeOffset now)
    {
        var (asked, until) = Wait(post, retry.After, now);
        return new PostChange(PostState.Uncertain, until)
        {
            Reason = post.Reason,
            Detail = retry.Detail,
            CountsRetry = !asked,
        };
    }

    /// <summary>
    /// The platform's wait is a minimum, never shortened, and does not count as a failure of the post. Zero means no wait.
    /// </summary>
    private (bool Asked, DateTimeOffset Until) Wait(Post post, TimeSpan? after, DateTimeOffset now) =>
        after is { } asked && asked > TimeSpan.Zero
            ? (true, now + _waits.AtLeast(Capped(asked)))
            : (false, now + WaitAfter(post.Retries + 1));

    private PostChange LookAgain(Post post, DateTimeOffset now)
    {
        var done = post.Looks + 1;
        var last = options.LookTimes.Count - 1;
        var wait =
            done <= last ? options.LookTimes[done] - options.LookTimes[done - 1] : options.LookTimes[last] - options.LookTimes[last - 1];
        return new PostChange(PostState.Uncertain, now + wait) { Reason = post.Reason, CountsLook = true };
    }

    private static PostChange Undecided(bool preferDuplicate, string reason, string detail, DateTimeOffset now) =>
        new(preferDuplicate ? PostState.Planned : PostState.Parked, now) { Reason = reason, Detail = detail };

    /// <summary>Whether it opens the thread. Further parts of a root too long for one message are replies.</summary>
    public static bool IsRoot(Post post) => post is { Section: PostKey.Root, Part: 1, Kind: PostKind.Original };

    private static TimeSpan Capped(TimeSpan asked) => asked < LongestAsked ? asked : LongestAsked;

    private static string? ThreadOf(Post post, string message, string? thread) => IsRoot(post) ? thread ?? message : null;
}

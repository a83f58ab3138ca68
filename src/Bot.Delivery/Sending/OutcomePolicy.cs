using Bot.Archive.Entities;
using Bot.Archive.Ledger;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Sending;

/// <summary>
/// What to do after each outcome: state in, decision out. No I/O and no clock, so that the whole policy can be read,
/// and tested, in one place. The waits are those of <see cref="DeliveryOptions"/>.
/// </summary>
public sealed class OutcomePolicy(DeliveryOptions options, Jitter jitter)
{
    /// <summary>A post counts as absent after this many look-ups in a row that read the whole range: the first may be too early.</summary>
    public const int AbsencesThatProve = 2;

    // Only so that adding it to an instant cannot overflow: far beyond every useful window.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1000);

    /// <param name="post">In <see cref="PostState.Sending"/>.</param>
    public Decision AfterSend(Post post, StoredDelivery delivery, SendOutcome outcome, DateTimeOffset now) => outcome switch
    {
        SendOutcome.Sent sent => new Decision(new PostChange(PostState.Sent, now)
        {
            MessageId = sent.MessageId,
            ThreadId = ThreadOf(post, sent.MessageId, sent.ThreadId),
            SentAt = now,
        }),
        SendOutcome.RetryAfter retry => Retry(post, retry, now),
        SendOutcome.Rejected rejected => Refused(post, delivery, rejected, now),
        // An edit or a deletion may be repeated: no look-up is needed to know that it can't be done twice.
        SendOutcome.Unknown unknown when !Creates(post) =>
            Retry(post, new SendOutcome.RetryAfter(null, RetryScope.Channel, unknown.Detail), now),
        SendOutcome.Unknown unknown => new Decision(new PostChange(PostState.Uncertain, now + options.LookTimes[0])
        {
            Reason = Reasons.NoAnswer,
            Detail = unknown.Detail,
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown kind of outcome"),
    };

    /// <param name="post">In <see cref="PostState.Uncertain"/>.</param>
    /// <param name="preferDuplicate">The subscription would rather see a post twice than not at all.</param>
    public Decision AfterLook(Post post, StoredDelivery delivery, FindOutcome outcome, bool preferDuplicate, DateTimeOffset now) => new(outcome switch
    {
        FindOutcome.Found found => new PostChange(PostState.Sent, now)
        {
            Reason = Reasons.Found,
            MessageId = found.MessageId,
            ThreadId = ThreadOf(post, found.MessageId, found.ThreadId),
            SentAt = now,
        },
        FindOutcome.Absent when (post.Absences + 1) % AbsencesThatProve == 0 => SentInVain(post, (post.Absences + 1) / AbsencesThatProve, now),
        FindOutcome.Absent => LookAgain(post, TimeSpan.Zero, now) with { CountsAbsence = true },
        FindOutcome.RetryAfter retry when now > post.ExpiresAt => Undecided(preferDuplicate, Reasons.LookUnanswered, retry.Detail, now),
        FindOutcome.RetryAfter retry => LookAgain(post, Capped(retry.After ?? TimeSpan.Zero), now) with { Detail = retry.Detail },
        // The pause tells a person; after it the look-up goes on where it was.
        FindOutcome.Blocked blocked when now > post.ExpiresAt => Undecided(preferDuplicate: false, Reasons.Of(blocked.Reason), blocked.Detail, now),
        FindOutcome.Blocked blocked => LookAgain(post, TimeSpan.Zero, now) with
        {
            Detail = blocked.Detail,
            Pause = PauseOf(ScopeOf(blocked.Reason, delivery), blocked.Reason, blocked.Detail, now),
        },
        FindOutcome.CannotTell mute => Undecided(preferDuplicate, Reasons.CannotTell, mute.Detail, now),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown kind of outcome"),
    });

    /// <summary>When a row that was found in sending is looked up first.</summary>
    public DateTimeOffset FirstLook(DateTimeOffset now) => now + options.LookTimes[0];

    /// <summary>Whether its request makes a new message, which must not happen twice.</summary>
    public static bool Creates(Post post) => post.Kind is PostKind.Original or PostKind.Append;

    /// <summary>The wait after so many waits already done.</summary>
    public TimeSpan Backoff(int done) => jitter.Around(options.Waits[Math.Min(done, options.Waits.Count - 1)]);

    private Decision Retry(Post post, SendOutcome.RetryAfter retry, DateTimeOffset now)
    {
        // What the platform asks for is a minimum, never cut short, and no failure of the post's. Zero asks for nothing.
        var asked = retry.After is { } after && after > TimeSpan.Zero;
        var until = now + (asked ? jitter.AtLeast(Capped(retry.After!.Value)) : Backoff(post.Retries));
        return new Decision(new PostChange(PostState.Planned, until)
        {
            Reason = Reasons.Waiting,
            Detail = retry.Detail,
            CountsRetry = !asked,
        })
        {
            Gate = retry.Scope,
            GateUntil = asked ? until : null,
        };
    }

    private static Decision Refused(Post post, StoredDelivery delivery, SendOutcome.Rejected rejected, DateTimeOffset now)
    {
        var reason = Reasons.Of(rejected.Reason);
        var pause = PauseOf(ScopeOf(rejected.Reason, delivery), rejected.Reason, rejected.Detail, now);
        var stays = new PostChange(PostState.Planned, now) { Reason = reason, Detail = rejected.Detail };
        var fails = stays with { State = PostState.Failed };
        return new Decision(rejected.Reason switch
        {
            RejectReason.TokenRefused or RejectReason.PermissionMissing or RejectReason.ChannelLocked => stays with { Pause = pause },
            RejectReason.ChannelGone => fails with { CancelRest = reason, Pause = pause },
            // A reply whose thread is gone must not be recreated elsewhere; an edit's message being gone concerns nothing else.
            RejectReason.ThreadGone when Creates(post) => fails with { CancelRest = reason },
            _ when IsRoot(post) => fails with { CancelRest = Reasons.RootFailed },
            _ => fails,
        });
    }

    /// <summary>
    /// Proved absent. The first time it goes out again at once: something died on the way. After that slower each time,
    /// and not for ever: what is never there and never answered is a fault of the post's (faults D14).
    /// </summary>
    private PostChange SentInVain(Post post, int rounds, DateTimeOffset now) => rounds >= options.MostRounds
        ? new PostChange(PostState.Failed, now)
        {
            Reason = Reasons.NeverArrives,
            Detail = post.Detail,
            CountsAbsence = true,
            CancelRest = IsRoot(post) ? Reasons.RootFailed : null,
        }
        : new PostChange(PostState.Planned, rounds == 1 ? now : now + Backoff(rounds - 2)) { Reason = Reasons.Absent, CountsAbsence = true };

    /// <summary>What a refusal pauses, where it pauses something.</summary>
    private static string ScopeOf(RejectReason reason, StoredDelivery delivery) => reason == RejectReason.TokenRefused
        ? PauseScopes.Token(delivery.Token)
        : PauseScopes.Channel(delivery.Platform, delivery.Workspace, delivery.Channel);

    private static Pause PauseOf(string scope, RejectReason reason, string detail, DateTimeOffset now) =>
        new() { Scope = scope, Reason = Reasons.Of(reason), Detail = detail, Since = now };

    private PostChange LookAgain(Post post, TimeSpan atLeast, DateTimeOffset now)
    {
        var done = post.Looks + 1;
        var last = options.LookTimes.Count - 1;
        var wait = done <= last ? options.LookTimes[done] - options.LookTimes[done - 1] : options.LookTimes[last] - options.LookTimes[last - 1];
        return new PostChange(PostState.Uncertain, now + (atLeast > wait ? atLeast : wait)) { Reason = post.Reason, CountsLook = true };
    }

    private static PostChange Undecided(bool preferDuplicate, string reason, string detail, DateTimeOffset now) =>
        new(preferDuplicate ? PostState.Planned : PostState.Parked, now) { Reason = reason, Detail = detail };

    /// <summary>Whether it opens the thread. Further parts of a root too long for one message are replies.</summary>
    public static bool IsRoot(Post post) => post is { Section: "root", Part: 1, Kind: PostKind.Original };

    private static TimeSpan Capped(TimeSpan asked) => asked < LongestAsked ? asked : LongestAsked;

    private static string? ThreadOf(Post post, string message, string? thread) => IsRoot(post) ? thread ?? message : null;
}

using Bot.Archive.Entities;
using Microsoft.EntityFrameworkCore.Query;

namespace Bot.Delivery.Ledger;

/// <summary>
/// What each transition changes in a post's row. The database write and the update of a loaded row both use these, so they cannot diverge.
/// Who may make a transition, and from which state, is decided by the conditions in <see cref="SendLedger"/> and
/// <see cref="LedgerSweep"/>.
/// </summary>
public static class PostTransitions
{
    /// <summary>planned → sending: one more request leaves.</summary>
    public static PostValues Begin(Post post, LeaseStamp lease, DateTimeOffset now) =>
        PostValues.Of(post) with
        {
            State = PostState.Sending,
            Attempts = post.Attempts + 1,
            FirstAttemptAt = post.FirstAttemptAt ?? now,
            Epoch = lease.Epoch,
        };

    /// <summary>A request or a look-up has ended.</summary>
    /// <param name="post">In <see cref="PostState.Sending"/> or <see cref="PostState.Uncertain"/>.</param>
    public static PostValues End(Post post, PostChange change, LeaseStamp lease)
    {
        var isSend = post.State == PostState.Sending;
        return PostValues.Of(post) with
        {
            State = change.State,
            NextAt = change.NextAt,
            Reason = change.Reason,
            Detail = change.Detail,
            MessageId = change.MessageId ?? post.MessageId,
            SentAt = change.SentAt ?? post.SentAt,
            Retries =
                change.CountsRetry ? post.Retries + 1
                : change.CountsLook || change.CountsAbsence ? 0
                : post.Retries,
            Looks = isSend ? 0 : post.Looks + (change.CountsLook ? 1 : 0),
            Absences = (isSend ? WholeRounds(post.Absences) : post.Absences) + (change.CountsAbsence ? 1 : 0),
            Epoch = lease.Epoch,
        };
    }

    /// <summary>
    /// Whatever the state says, it is unknown whether the post is on the platform: it is looked up before anything is sent.
    /// </summary>
    public static PostValues Doubt(Post post, string reason, DateTimeOffset lookAt, LeaseStamp lease) =>
        PostValues.Of(post) with
        {
            State = PostState.Uncertain,
            Reason = reason,
            Looks = 0,
            Absences = WholeRounds(post.Absences),
            NextAt = lookAt,
            Epoch = lease.Epoch,
        };

    /// <summary><see cref="Doubt(Post, string, DateTimeOffset, LeaseStamp)"/> for many rows at once.</summary>
    public static void Doubt(UpdateSettersBuilder<Post> rows, string reason, DateTimeOffset lookAt, LeaseStamp lease) =>
        rows.SetProperty(row => row.State, PostState.Uncertain)
            .SetProperty(row => row.Reason, reason)
            .SetProperty(row => row.Looks, 0)
            .SetProperty(row => row.Absences, row => row.Absences - row.Absences % OutcomePolicy.AbsencesThatProve)
            .SetProperty(row => row.NextAt, lookAt)
            .SetProperty(row => row.Epoch, lease.Epoch);

    /// <summary>planned → cancelled or expired.</summary>
    public static PostValues Drop(Post post, PostState to, string reason) => PostValues.Of(post) with { State = to, Reason = reason };

    /// <summary><see cref="Drop(Post, PostState, string)"/> for many rows at once.</summary>
    public static void Drop(UpdateSettersBuilder<Post> rows, PostState to, string reason) =>
        rows.SetProperty(row => row.State, to).SetProperty(row => row.Reason, reason);

    /// <summary>Applies one post's change to its thread, after <see cref="End"/>.</summary>
    public static void Follow(LoadedThread thread, PostChange change)
    {
        thread.Delivery.ThreadId = change.ThreadId ?? thread.Delivery.ThreadId;
        if (change.CancelRest is { } reason)
        {
            foreach (var other in thread.Posts.Where(other => other.State == PostState.Planned))
            {
                Drop(other, PostState.Cancelled, reason).WriteTo(other);
            }
        }
    }

    /// <summary>Keeps whole pairs of absences: they count how often the post was sent in vain.</summary>
    private static int WholeRounds(int absences) => absences - absences % OutcomePolicy.AbsencesThatProve;
}

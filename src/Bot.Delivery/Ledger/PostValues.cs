using Bot.Archive.Entities;

namespace Bot.Delivery.Ledger;

/// <summary>The part of a post's row that changes during its life; the rest stays as planned.</summary>
public readonly record struct PostValues(
    PostState State,
    string? Reason,
    string? Detail,
    string? MessageId,
    int Attempts,
    int Retries,
    int Looks,
    int Absences,
    DateTimeOffset NextAt,
    DateTimeOffset? FirstAttemptAt,
    DateTimeOffset? SentAt,
    long Epoch
)
{
    public static PostValues Of(Post post) =>
        new(
            post.State,
            post.Reason,
            post.Detail,
            post.MessageId,
            post.Attempts,
            post.Retries,
            post.Looks,
            post.Absences,
            post.NextAt,
            post.FirstAttemptAt,
            post.SentAt,
            post.Epoch
        );

    public void WriteTo(Post post)
    {
        (post.State, post.Reason, post.Detail, post.MessageId) = (State, Reason, Detail, MessageId);
        (post.Attempts, post.Retries, post.Looks, post.Absences) = (Attempts, Retries, Looks, Absences);
        (post.NextAt, post.FirstAttemptAt, post.SentAt, post.Epoch) = (NextAt, FirstAttemptAt, SentAt, Epoch);
    }
}

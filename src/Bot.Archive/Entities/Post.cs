using Bot.Chat.Platforms;

namespace Bot.Archive.Entities;

/// <summary>
/// planned → sending → sent | uncertain | failed; uncertain → sent | planned | parked; planned → expired | cancelled;
/// parked → sent | planned | cancelled. A send that was certainly not accepted goes back: sending → planned.
/// </summary>
public enum PostState
{
    Planned,
    Sending,
    Sent,
    Uncertain,
    Parked,
    Failed,
    Expired,
    Cancelled,
}

public enum PostKind
{
    /// <summary>The root or a section's part as first planned.</summary>
    Original,

    /// <summary>Replaces the content of a sent post.</summary>
    Edit,

    /// <summary>A section or part added by a later revision at the end of the thread.</summary>
    Append,

    /// <summary>Deletes a sent post that an admin recalled.</summary>
    Recall,
}

/// <summary>One message of a delivery, or one edit of it. The payload is frozen: rows are never re-rendered.</summary>
public sealed class Post
{
    public long Id { get; set; }

    public long DeliveryId { get; set; }

    /// <summary><see cref="Bot.Chat.Platforms.PostKey"/>; unique.</summary>
    public required string Key { get; set; }

    /// <summary>0 for the root. Determines the order in the thread; not an identity.</summary>
    public int Ordinal { get; set; }

    public PostKind Kind { get; set; }

    /// <summary><see cref="PostKey.Root"/>, or the identity of the section within its briefing.</summary>
    public required string Section { get; set; }

    /// <summary>From 1.</summary>
    public int Part { get; set; }

    public int Revision { get; set; }

    /// <summary>0 as planned; incremented each time an admin sends the post again under a new key.</summary>
    public int Round { get; set; }

    /// <summary><see cref="Payload.Hash"/>.</summary>
    public required string PayloadHash { get; set; }

    public PostState State { get; set; }

    /// <summary>From a closed list, in kebab case; also the metric label. Null while nothing has gone wrong.</summary>
    public string? Reason { get; set; }

    /// <summary>The platform's words for a person to read, without secrets.</summary>
    public string? Detail { get; set; }

    public string? MessageId { get; set; }

    /// <summary>Number of requests sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Waits of the bot's own back-off since the last answered look-up; waits requested by the platform do not count.</summary>
    public int Retries { get; set; }

    /// <summary>Look-ups since the outcome became uncertain.</summary>
    public int Looks { get; set; }

    /// <summary>
    /// Look-ups that read the whole range without finding it. Two in a row prove it absent, so half this number is how
    /// often it was sent in vain.
    /// </summary>
    public int Absences { get; set; }

    /// <summary>Earliest time for the next step: due time, end of a back-off, or next look-up.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>End of the useful window; not sent after this.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When a request with this key was first sent.</summary>
    public DateTimeOffset? FirstAttemptAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Fencing epoch of the lease under which the row was last written.</summary>
    public long Epoch { get; set; }
}

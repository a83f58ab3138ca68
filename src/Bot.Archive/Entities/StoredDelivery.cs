using Bot.Chat;

namespace Bot.Archive.Entities;

public enum DeliveryState
{
    /// <summary>Posts are planned or under way.</summary>
    Open,

    /// <summary>Every post is sent, failed, expired or cancelled.</summary>
    Done,
}

/// <summary>One briefing to one subscription: a thread. Unique by (subscription, series, date, edition).</summary>
public sealed class StoredDelivery
{
    public long Id { get; set; }

    public long SubscriptionId { get; set; }

    /// <summary>The lease under which it is sent: <see cref="Lease.Token"/>.</summary>
    public required string Token { get; set; }

    /// <summary>The thread's channel when the delivery was planned: a moved subscription affects the next thread, not this one.</summary>
    public required string Platform { get; set; }

    public required string Workspace { get; set; }

    public required string Channel { get; set; }

    /// <summary>
    /// The subscription's sections when it was planned, so that a revision is compared with the same thread: kinds in
    /// kebab case, empty for all.
    /// </summary>
    public List<string> Sections { get; set; } = [];

    public Locale Locale { get; set; }

    public required string Series { get; set; }

    public DateOnly Date { get; set; }

    /// <summary><see cref="Bot.Chat.BriefingKey.Edition"/>.</summary>
    public string Edition { get; set; } = "";

    /// <summary>Null as long as it only holds the place of a briefing that has not come.</summary>
    public int? BriefingId { get; set; }

    /// <summary>Revision of the most recently planned posts; 0 without a briefing.</summary>
    public int Revision { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>When the first post may be sent.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>
    /// When its thread is due next. May be early, never late; <see cref="DateTimeOffset.MaxValue"/> if only a person can
    /// move it forward.
    /// </summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>End of the useful window of the originally planned posts.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The root's thread, once the root is sent.</summary>
    public string? ThreadId { get; set; }

    public List<Post> Posts { get; } = [];
}

namespace Bot.Archive.Entities;

public enum DeliveryState
{
    /// <summary>Posts are planned or under way.</summary>
    Open,
    /// <summary>Every post is sent, failed, expired or cancelled.</summary>
    Done,
}

/// <summary>One briefing to one subscription: a thread. Unique by (subscription, series, date).</summary>
public sealed class StoredDelivery
{
    public long Id { get; set; }

    public long SubscriptionId { get; set; }

    public required string Series { get; set; }

    public DateOnly Date { get; set; }

    public int BriefingId { get; set; }

    /// <summary>Revision that the newest planned posts come from.</summary>
    public int Revision { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>When the first post may go.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>End of the useful window; what is not sent by then expires.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The root's thread, once the root is sent.</summary>
    public string? ThreadId { get; set; }

    public List<Post> Posts { get; } = [];
}

namespace Bot.Chat.Platforms;

/// <summary>What a subscription asks of its platform beside the content. A platform leaves out what it has no means for.</summary>
public sealed record SendOptions
{
    public static SendOptions None { get; } = new();

    /// <summary>The root makes no notification (Discord).</summary>
    public bool SilentRoot { get; init; }

    /// <summary>Minutes without a message after which a thread is hidden; null: the channel's own (Discord: 60, 1440, 4320 or 10080).</summary>
    public int? AutoArchiveMinutes { get; init; }

    /// <summary>Ids of the tags that a forum post gets, at most five (Discord).</summary>
    public IReadOnlyList<string> ForumTags { get; init; } = [];

    /// <summary>The root is published to the channels that follow an announcement channel (Discord).</summary>
    public bool Publish { get; init; }

    /// <summary>Id of the one role that the root mentions, at its end; null: nobody (Discord).</summary>
    public string? MentionRole { get; init; }

    public bool Equals(SendOptions? other) =>
        other is not null
        && (SilentRoot, AutoArchiveMinutes, Publish, MentionRole) == (other.SilentRoot, other.AutoArchiveMinutes, other.Publish, other.MentionRole)
        && ForumTags.SequenceEqual(other.ForumTags);

    public override int GetHashCode() => HashCode.Combine(SilentRoot, AutoArchiveMinutes, Publish, MentionRole, ForumTags.Count);
}

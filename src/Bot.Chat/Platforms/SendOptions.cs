namespace Bot.Chat.Platforms;

/// <summary>What a subscription asks of its platform besides the content. A platform ignores what it does not support.</summary>
public sealed record SendOptions
{
    public static SendOptions None { get; } = new();

    /// <summary>The root causes no notification (Discord).</summary>
    public bool SilentRoot { get; init; }

    /// <summary>
    /// Minutes of inactivity after which a thread is hidden; null for the channel's default (Discord: 60, 1440, 4320 or
    /// 10080).
    /// </summary>
    public int? AutoArchiveMinutes { get; init; }

    /// <summary>Tag ids for a forum post, at most five (Discord).</summary>
    public IReadOnlyList<string> ForumTags { get; init; } = [];

    /// <summary>The root is published to the followers of an announcement channel (Discord).</summary>
    public bool Publish { get; init; }

    /// <summary>Id of the role that the root mentions at its end; null for none (Discord).</summary>
    public string? MentionRole { get; init; }

    public bool Equals(SendOptions? other) =>
        other is not null
        && (SilentRoot, AutoArchiveMinutes, Publish, MentionRole)
            == (other.SilentRoot, other.AutoArchiveMinutes, other.Publish, other.MentionRole)
        && ForumTags.SequenceEqual(other.ForumTags);

    public override int GetHashCode() => HashCode.Combine(SilentRoot, AutoArchiveMinutes, Publish, MentionRole, ForumTags.Count);
}

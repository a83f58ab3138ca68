using Bot.Chat;

namespace Bot.Archive.Entities;

/// <summary>A briefing, unique by (series, date, edition). Its revisions contain its text.</summary>
public sealed class StoredBriefing
{
    public int Id { get; set; }

    public required string Series { get; set; }

    public DateOnly Date { get; set; }

    /// <summary><see cref="Bot.Chat.BriefingKey.Edition"/>.</summary>
    public string Edition { get; set; } = "";

    /// <summary>
    /// <see cref="Bot.Briefings.BriefingReader.Stamp"/> of the reader that read its items; empty for release 0.1.0, which
    /// did not record it.
    /// </summary>
    public string ReadBy { get; set; } = "";

    /// <summary>Number of the newest revision, from 1.</summary>
    public int Revision { get; set; }

    public string? Title { get; set; }

    /// <summary>Ships with the bot; not a user's briefing.</summary>
    public bool IsSample { get; set; }

    /// <summary>Stored, but neither delivered nor used in answers until someone confirms it.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Why it was held the last time; null: never, or by release 0.1.0, which kept no reason.</summary>
    public HoldReason? HeldFor { get; set; }

    /// <summary>The deliveries of its newest revision are still to be planned: set with the text, taken away by the planner.</summary>
    public bool IsUnplanned { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset RevisedAt { get; set; }

    public List<StoredRevision> Revisions { get; } = [];

    public List<StoredItem> Items { get; } = [];
}

namespace Bot.Archive.Entities;

/// <summary>One version of a briefing's document, stored as received.</summary>
public sealed class StoredRevision
{
    public int BriefingId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>Lower-case hex SHA-256 of the Markdown's UTF-8 bytes.</summary>
    public required string ContentHash { get; set; }

    public required string Markdown { get; set; }

    /// <summary>Intake source: <c>cli</c>, <c>api</c>, <c>inbox</c>, <c>feed</c>, <c>sample</c>.</summary>
    public required string Origin { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
}

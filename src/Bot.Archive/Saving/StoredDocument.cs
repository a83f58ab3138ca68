using Bot.Chat;

namespace Bot.Archive.Saving;

/// <summary>A briefing in the archive, without its text.</summary>
/// <param name="Revision">Number of the newest revision.</param>
public sealed record BriefingListing(
    int Id,
    string Series,
    DateOnly Date,
    string Edition,
    int Revision,
    string? Title,
    bool IsSample,
    bool IsHeld,
    DateTimeOffset ReceivedAt,
    DateTimeOffset RevisedAt
)
{
    public BriefingKey Key => new(Series, Date, Edition);

    /// <summary><see cref="Entities.StoredBriefing.HeldFor"/>.</summary>
    public HoldReason? HeldFor { get; init; }
}

/// <summary>One revision of a briefing with its text.</summary>
/// <param name="Briefing">The briefing it belongs to.</param>
/// <param name="Revision">Its own number, from 1.</param>
/// <param name="Markdown">The document as received, without BOM; characters that cannot be stored are replaced by U+FFFD.</param>
/// <param name="Origin"><see cref="Entities.StoredRevision.Origin"/>.</param>
/// <param name="ReceivedAt">When this revision arrived.</param>
public sealed record StoredDocument(BriefingListing Briefing, int Revision, string Markdown, string Origin, DateTimeOffset ReceivedAt);

public enum ConfirmStatus
{
    Confirmed,

    /// <summary>It was not held: nothing was written.</summary>
    NotHeld,
    NotFound,
}

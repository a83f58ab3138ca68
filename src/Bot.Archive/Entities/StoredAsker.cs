namespace Bot.Archive.Entities;

/// <summary>When a person last got an answer.</summary>
public sealed class StoredAsker
{
    public required string Platform { get; set; }

    public required string Workspace { get; set; }

    /// <summary>The platform's id of the person.</summary>
    public required string Person { get; set; }

    public DateTimeOffset AnsweredAt { get; set; }
}

namespace Bot.Archive.Entities;

/// <summary>Who changed what, when. Written in the transaction of the change.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary><c>cli</c>, an API token's name, or a platform user id with its workspace.</summary>
    public required string Actor { get; set; }

    public required string Action { get; set; }

    public required string Target { get; set; }

    public string? Detail { get; set; }
}

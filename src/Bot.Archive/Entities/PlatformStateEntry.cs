namespace Bot.Archive.Entities;

/// <summary>A small value that a platform remembers across restarts. Not for secrets.</summary>
public sealed class PlatformStateEntry
{
    public required string Platform { get; set; }

    public required string Key { get; set; }

    public required string Value { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

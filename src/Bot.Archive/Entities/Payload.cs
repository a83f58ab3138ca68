namespace Bot.Archive.Entities;

/// <summary>A frozen payload, stored once per content regardless of how many channels get it.</summary>
public sealed class Payload
{
    /// <summary>Lower-case hex SHA-256 of platform and content.</summary>
    public required string Hash { get; set; }

    public required string Content { get; set; }
}

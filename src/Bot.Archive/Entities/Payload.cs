namespace Bot.Archive.Entities;

/// <summary>A frozen payload, stored once per content regardless of how many channels get it.</summary>
public sealed class Payload
{
    /// <summary>Content of one that is no longer kept. It is also that of a post that could not be rendered, which is never sent.</summary>
    public const string Removed = "";

    /// <summary>Lower-case hex SHA-256 of platform and content.</summary>
    public required string Hash { get; set; }

    /// <summary><see cref="Removed"/> once no delivery needs it and its time is over; frozen anew when one does.</summary>
    public required string Content { get; set; }
}

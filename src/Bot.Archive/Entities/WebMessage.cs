namespace Bot.Archive.Entities;

/// <summary>A message in the local web channel. This is the web platform's own store, as Slack has its own.</summary>
public sealed class WebMessage
{
    public long Id { get; set; }

    public required string Channel { get; set; }

    /// <summary>Id of the thread's root; null for a root.</summary>
    public long? ThreadId { get; set; }

    /// <summary>Unique: a repeated send with the same key is the same message.</summary>
    public required string PostKey { get; set; }

    /// <summary>JSON payload of the web platform's renderer.</summary>
    public required string Payload { get; set; }

    public DateTimeOffset PostedAt { get; set; }

    public DateTimeOffset? EditedAt { get; set; }
}

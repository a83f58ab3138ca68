namespace Bot.Archive.Entities;

/// <summary>A request that changes something and has been accepted once. Unique by (platform, request).</summary>
public sealed class InboxEntry
{
    public long Id { get; set; }

    public required string Platform { get; set; }

    public required string Request { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
}

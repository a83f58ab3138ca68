namespace Bot.Archive.Entities;

/// <summary>Sending is paused for everything, a token, a workspace or a channel. Never a state of a post.</summary>
public sealed class Pause
{
    /// <summary><c>all</c>, <c>token:…</c>, <c>workspace:…</c> or <c>channel:…</c>.</summary>
    public required string Scope { get; set; }

    public required string Reason { get; set; }

    public string? Detail { get; set; }

    public DateTimeOffset Since { get; set; }
}

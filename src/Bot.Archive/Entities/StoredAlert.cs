using Bot.Chat.Platforms;

namespace Bot.Archive.Entities;

/// <summary>Progress of an alert on one of its routes to the operator.</summary>
public enum Telling
{
    Waiting,
    Told,

    /// <summary>Permanently refused, or tried for too long.</summary>
    GivenUp,

    /// <summary>This route is not configured.</summary>
    NotWanted,
}

/// <summary>
/// Something that needs a person. Unique by (subject, reason): open until resolved, and reported once each time it opens.
/// </summary>
public sealed class StoredAlert
{
    public long Id { get; set; }

    /// <summary>What it is about: a pause's scope, <c>post:KEY</c>, <c>payload:HASH</c>, <c>briefing:SERIES/DATE</c>.</summary>
    public required string Subject { get; set; }

    /// <summary>One of <see cref="Reasons"/>.</summary>
    public required string Reason { get; set; }

    /// <summary>The platform's own words, no secrets.</summary>
    public string? Detail { get; set; }

    /// <summary>Number of posts affected; null if not relevant.</summary>
    public int? Posts { get; set; }

    /// <summary>When it last opened.</summary>
    public DateTimeOffset RaisedAt { get; set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    public Telling Channel { get; set; }

    public Telling Webhook { get; set; }

    /// <summary>Attempts to report it since it opened.</summary>
    public int Attempts { get; set; }

    /// <summary>Not reported before this; the process that is reporting it moves it forward, so that no other does.</summary>
    public DateTimeOffset NextAt { get; set; }
}

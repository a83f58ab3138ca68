using Bot.Chat.Platforms;

namespace Bot.Archive.Entities;

/// <summary>How far an alert has got on one of its ways to the operator.</summary>
public enum Telling
{
    Waiting,
    Told,
    /// <summary>Refused for good, or tried for too long.</summary>
    GivenUp,
    /// <summary>No such way is configured.</summary>
    NotWanted,
}

/// <summary>Something that needs a person. Unique by (subject, reason): open until it is resolved, told once each time it opens.</summary>
public sealed class StoredAlert
{
    public long Id { get; set; }

    /// <summary>What it is about: a pause's scope, <c>post:KEY</c>, <c>payload:HASH</c>, <c>briefing:SERIES/DATE</c>.</summary>
    public required string Subject { get; set; }

    /// <summary>One of <see cref="Reasons"/>.</summary>
    public required string Reason { get; set; }

    /// <summary>The platform's own words, no secrets.</summary>
    public string? Detail { get; set; }

    /// <summary>How many posts it is about; null where that is not the point.</summary>
    public int? Posts { get; set; }

    /// <summary>When it opened last.</summary>
    public DateTimeOffset RaisedAt { get; set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    public Telling Channel { get; set; }

    public Telling Webhook { get; set; }

    /// <summary>Tries to tell it since it opened.</summary>
    public int Attempts { get; set; }

    /// <summary>Not told before this: a process that is telling it moves it ahead, so that no other does.</summary>
    public DateTimeOffset NextAt { get; set; }
}

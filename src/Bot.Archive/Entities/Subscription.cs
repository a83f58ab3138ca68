using Bot.Chat;

namespace Bot.Archive.Entities;

/// <summary>Series × channel × schedule × sections × language. Belongs to its workspace, not to who made it.</summary>
public sealed class Subscription
{
    public long Id { get; set; }

    public required string Platform { get; set; }

    public required string Workspace { get; set; }

    public required string Channel { get; set; }

    public required string Series { get; set; }

    /// <summary>Tells several of one channel and series apart; empty for the one that most have.</summary>
    public string Name { get; set; } = "";

    /// <summary>Section kinds in kebab case; empty for all.</summary>
    public List<string> Sections { get; set; } = [];

    public Locale Locale { get; set; }

    /// <summary>JSON of a schedule; null: on arrival.</summary>
    public string? Schedule { get; set; }

    /// <summary>Filter grammar; null: everything.</summary>
    public string? Filter { get; set; }

    /// <summary>JSON of platform options (silent root, archive duration, "prefer duplicate"…); null: defaults.</summary>
    public string? Options { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTimeOffset CreatedAt { get; set; }
}

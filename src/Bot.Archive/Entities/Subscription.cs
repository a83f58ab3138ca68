using Bot.Chat;

namespace Bot.Archive.Entities;

/// <summary>Series × channel × schedule × sections × language. Belongs to its workspace, not to the person who created it.</summary>
public sealed class Subscription
{
    public long Id { get; set; }

    public required string Platform { get; set; }

    public required string Workspace { get; set; }

    public required string Channel { get; set; }

    public required string Series { get; set; }

    /// <summary>Distinguishes several subscriptions of one channel and series; usually empty.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// The person whose watch it is, as the platform's user id: its channel is a direct message, its name a number, and it is nobody
    /// else's. Null for a channel's subscription; empty for a watch whose workspace removed the bot.
    /// </summary>
    public string? Owner { get; set; }

    /// <summary>Section kinds in kebab case; empty for all.</summary>
    public List<string> Sections { get; set; } = [];

    public Locale Locale { get; set; }

    /// <summary><see cref="Bot.Chat.Schedules.ScheduleJson"/>; null for the series' own schedule.</summary>
    public string? Schedule { get; set; }

    /// <summary>Filter expression; null for everything.</summary>
    public string? Filter { get; set; }

    /// <summary>Platform options as JSON (silent root, archive duration, "prefer duplicate"…); null for defaults.</summary>
    public string? Options { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTimeOffset CreatedAt { get; set; }
}

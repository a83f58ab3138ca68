using Bot.Chat.Platforms;
using Bot.Chat.Schedules;

namespace Bot.Chat;

/// <summary>A configured stream of briefings.</summary>
/// <param name="Key">Used in the archive and in addresses: <c>us-ai</c>.</param>
/// <param name="Name">Display name.</param>
/// <param name="Zone">Determines what today is.</param>
public sealed record Series(string Key, string Name, TimeZoneInfo Zone)
{
    /// <summary>Language of its posts' frame.</summary>
    public Locale Language { get; init; } = Locale.Japanese;

    /// <summary>Workspaces that may receive it and ask about it, as platform and id (<c>slack:T0123</c>); empty for all.</summary>
    public IReadOnlyCollection<string> Workspaces { get; init; } = [];

    /// <summary>Local time by which the day's briefing is expected; null if it is not expected at any time.</summary>
    public TimeOnly? ExpectedBy { get; init; }

    /// <summary>Weekdays on which a briefing is expected; empty for all.</summary>
    public IReadOnlyCollection<DayOfWeek> ExpectedOn { get; init; } = [];

    /// <summary>When subscriptions without a schedule of their own are posted to.</summary>
    public Schedule Schedule { get; init; } = Schedule.OnArrival;

    /// <summary>What a briefing must satisfy to be delivered automatically.</summary>
    public SeriesGate Gate { get; init; } = new();

    /// <summary>Whether a workspace may receive it and ask about it.</summary>
    public bool IsOpenTo(PlatformId platform, string? workspace) =>
        Workspaces.Count == 0 || Workspaces.Contains($"{platform}:{workspace}", StringComparer.Ordinal);
}

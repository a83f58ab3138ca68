using Bot.Chat.Platforms;

namespace Bot.Chat;

/// <summary>A stream of briefings, as configured.</summary>
/// <param name="Key">As in the archive and in addresses: <c>us-ai</c>.</param>
/// <param name="Name">What readers see.</param>
/// <param name="Zone">It says what today is.</param>
public sealed record Series(string Key, string Name, TimeZoneInfo Zone)
{
    /// <summary>Language of the frame of its posts.</summary>
    public Locale Language { get; init; } = Locale.Japanese;

    /// <summary>Platform and id of the workspaces that may get it and ask about it (<c>slack:T0123</c>); empty: all.</summary>
    public IReadOnlyCollection<string> Workspaces { get; init; } = [];

    /// <summary>Local time by which the day's briefing should be there; null: nobody waits for it.</summary>
    public TimeOnly? ExpectedBy { get; init; }

    /// <summary>Weekdays on which one is expected; empty: all.</summary>
    public IReadOnlyCollection<DayOfWeek> ExpectedOn { get; init; } = [];

    /// <summary>What a briefing must reach to be delivered by itself.</summary>
    public SeriesGate Gate { get; init; } = new();

    /// <summary>Whether a workspace may get it and ask about it.</summary>
    public bool IsOpenTo(PlatformId platform, string? workspace) =>
        Workspaces.Count == 0 || Workspaces.Contains($"{platform}:{workspace}", StringComparer.Ordinal);
}

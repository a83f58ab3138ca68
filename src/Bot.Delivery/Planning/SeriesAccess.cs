using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Planning;

/// <summary>Which workspaces currently get which series. A series that is not configured is open to all.</summary>
public sealed class SeriesAccess(IReadOnlyList<Series> series)
{
    private const string Prefix = "series:";

    private readonly Dictionary<string, Series> _known = series.DistinctBy(one => one.Key).ToDictionary(one => one.Key);

    public bool IsOpen(string series, string platform, string workspace) =>
        !_known.TryGetValue(series, out var found) || found.IsOpenTo(new PlatformId(platform), workspace);

    /// <summary>Subject of an alert about a series that a workspace no longer gets: <c>series:us-ai slack:T1</c>.</summary>
    public static string SubjectOf(string series, string platform, string workspace) => $"{Prefix}{series} {platform}:{workspace}";

    /// <summary>Whether an alert's subject is a series and a workspace that gets it (again).</summary>
    /// <returns>Null if it is about something else.</returns>
    internal bool? IsOpen(string subject) =>
        subject.StartsWith(Prefix, StringComparison.Ordinal)
        && subject[Prefix.Length..].Split(' ', 2) is [var key, var place]
        && place.Split(':', 2) is [var platform, var workspace]
            ? IsOpen(key, platform, workspace)
            : null;
}

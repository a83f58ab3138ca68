using System.Collections.Frozen;
using Bot.Chat.Commands;

namespace Bot.Chat.Schedules;

/// <summary>IANA time zones by the names that people write.</summary>
public static class ZoneNames
{
    private const int MostNear = 3;

    private static readonly Lazy<FrozenDictionary<string, string>> Known = new(() =>
        TimeZoneInfo
            .GetSystemTimeZones()
            .Select(zone => zone.Id)
            .Append("UTC")
            .Where(id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId)
            .DistinctBy(id => id.ToUpperInvariant())
            .ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>The zone with an IANA name, in any case; null if there is none.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return
            TimeZoneInfo.TryFindSystemTimeZoneById(Known.Value.GetValueOrDefault(name, name), out var zone)
            && zone.HasIanaId
            && (name.Contains('/', StringComparison.Ordinal) || Known.Value.ContainsKey(name))
            ? zone
            : null;
    }

    /// <summary>
    /// Names that an unknown one may have meant, the likeliest first: of the same city (<c>Tokyo</c>), or spelled alike.
    /// </summary>
    /// <param name="reach">How many letters may differ; null: more for longer names.</param>
    public static IReadOnlyList<string> Near(string name, int? reach = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var typed = Key(name);
        if (typed.Length == 0)
        {
            return [];
        }

        return
        [
            .. Known
                .Value.Values.Select(id => (id, distance: Distance(typed, id)))
                .Where(near => near.distance <= (reach ?? 1 + (typed.Length / 4)))
                .OrderBy(near => near.distance)
                .ThenBy(near => near.id, StringComparer.Ordinal)
                .Take(MostNear)
                .Select(near => near.id),
        ];
    }

    private static int Distance(string typed, string id) =>
        Math.Min(Spelling.Distance(typed, Key(id)), Spelling.Distance(typed, Key(id[(id.LastIndexOf('/') + 1)..])));

    private static string Key(string name) =>
        string.Concat(name.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter == '/'));
}

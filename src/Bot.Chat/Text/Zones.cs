using System.Globalization;

namespace Bot.Chat.Text;

/// <summary>Short names of time zones, which the runtime does not provide.</summary>
internal static class Zones
{
    /// <summary>IANA zone → standard name, summer name. Zones with ambiguous abbreviations (CST, IST) are shown by offset.</summary>
    private static readonly Dictionary<string, (string Standard, string Summer)> Names = new(StringComparer.Ordinal)
    {
        ["Asia/Tokyo"] = ("JST", "JST"),
        ["Asia/Seoul"] = ("KST", "KST"),
        ["Asia/Hong_Kong"] = ("HKT", "HKT"),
        ["Asia/Singapore"] = ("SGT", "SGT"),
        ["Europe/London"] = ("GMT", "BST"),
        ["Europe/Berlin"] = ("CET", "CEST"),
        ["Europe/Paris"] = ("CET", "CEST"),
        ["Europe/Madrid"] = ("CET", "CEST"),
        ["Europe/Rome"] = ("CET", "CEST"),
        ["Europe/Amsterdam"] = ("CET", "CEST"),
        ["America/New_York"] = ("EST", "EDT"),
        ["America/Chicago"] = ("CST", "CDT"),
        ["America/Denver"] = ("MST", "MDT"),
        ["America/Los_Angeles"] = ("PST", "PDT"),
        ["Australia/Sydney"] = ("AEST", "AEDT"),
    };

    public static string Name(TimeZoneInfo zone, DateTimeOffset local)
    {
        if (Names.TryGetValue(zone.Id, out var names))
        {
            return zone.IsDaylightSavingTime(local) ? names.Summer : names.Standard;
        }

        if (local.Offset == TimeSpan.Zero)
        {
            return "UTC";
        }

        var sign = local.Offset < TimeSpan.Zero ? "-" : "+";
        var format = local.Offset.Minutes == 0 ? "%h" : @"h\:mm";
        return "UTC" + sign + local.Offset.Duration().ToString(format, CultureInfo.InvariantCulture);
    }
}

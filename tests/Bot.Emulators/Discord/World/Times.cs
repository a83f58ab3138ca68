using System.Globalization;

namespace Bot.Emulators.Discord.World;

/// <summary>Formats instants like Discord.</summary>
internal static class Times
{
    public static string Iso(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);
}

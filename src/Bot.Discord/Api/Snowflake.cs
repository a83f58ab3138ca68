using System.Globalization;

namespace Bot.Discord.Api;

/// <summary>Ids contain their creation time. https://discord.com/developers/docs/reference#snowflakes</summary>
internal static class Snowflake
{
    private const long Epoch = 1420070400000;

    /// <summary>The smallest id for an instant.</summary>
    public static string At(DateTimeOffset instant) =>
        (Math.Max(0, instant.ToUnixTimeMilliseconds() - Epoch) << 22).ToString(CultureInfo.InvariantCulture);

    /// <summary>Null if it is not an id.</summary>
    public static ulong? Parse(string? id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

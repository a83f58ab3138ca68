using System.Globalization;

namespace Bot.Discord.Api;

/// <summary>Ids hold the time at which they were made. https://discord.com/developers/docs/reference#snowflakes</summary>
internal static class Snowflake
{
    private const long Epoch = 1420070400000;

    /// <summary>The least id of an instant.</summary>
    public static string At(DateTimeOffset instant) =>
        (Math.Max(0, instant.ToUnixTimeMilliseconds() - Epoch) << 22).ToString(CultureInfo.InvariantCulture);

    /// <summary>Null for what is no id.</summary>
    public static ulong? Parse(string? id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

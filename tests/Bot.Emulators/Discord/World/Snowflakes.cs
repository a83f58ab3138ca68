using System.Globalization;

namespace Bot.Emulators.Discord.World;

/// <summary>Generates ids like Discord's: milliseconds since 2015 in the upper 42 bits, always increasing.</summary>
/// <remarks>https://docs.discord.com/developers/reference#snowflakes</remarks>
public sealed class Snowflakes(TimeProvider time)
{
    private const long Epoch = 1420070400000;
    private readonly Lock _gate = new();
    private ulong _last;

    public ulong Next()
    {
        lock (_gate)
        {
            return _last = Math.Max((ulong)(time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22, _last + 1);
        }
    }

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);

    /// <summary>As ids are written in JSON and paths.</summary>
    public static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null if not an id.</summary>
    public static ulong? Parse(string? text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

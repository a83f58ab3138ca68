using System.Globalization;

namespace Bot.Emulators.Slack.World;

/// <summary>Message ids: seconds and microseconds as a string, unique on the server and increasing.</summary>
public sealed class SlackTimestamps(TimeProvider time)
{
    private long _last;

    public string Next()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        _last = Math.Max(now, _last + 1);
        return Format(_last);
    }

    public static string Of(DateTimeOffset at) => Format(at.ToUnixTimeMilliseconds() * 1000);

    /// <summary>Parses a ts, or a plain number of seconds as accepted by history, to microseconds; null if neither.</summary>
    public static long? Parse(string? ts)
    {
        if (
            ts is null
            || ts.Split('.') is not [var whole, .. var rest]
            || rest.Length > 1
            || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        )
        {
            return null;
        }

        var fraction = rest is [var digits] ? digits.PadRight(6, '0')[..6] : "0";
        return long.TryParse(fraction, NumberStyles.None, CultureInfo.InvariantCulture, out var micros)
            ? (seconds * 1_000_000) + micros
            : null;
    }

    private static string Format(long micros) =>
        string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:D6}");
}

using System.Globalization;

namespace Bot.Chat.Schedules;

/// <summary>A span of each local day in which nothing is posted that can wait. May span midnight.</summary>
/// <param name="From">First minute of it.</param>
/// <param name="To">First minute after it; never the same as <paramref name="From"/>.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>What people write between two times or days.</summary>
    internal static char[] Dashes { get; } = ['-', '~', '\u2013', '\u301C'];

    public bool Contains(TimeOnly time) => time.IsBetween(From, To);

    /// <summary><c>22:00-07:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{To:HH:mm}");

    /// <summary>Two times of day with a hyphen, a wave or a dash between them; null if they are none, or the same.</summary>
    public static QuietHours? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            text.Split(Dashes, 2) is [var from, var to]
            && TimesOfDay.Parse(from) is { } start
            && TimesOfDay.Parse(to) is { } end
            && start != end
            ? new QuietHours(start, end)
            : null;
    }
}

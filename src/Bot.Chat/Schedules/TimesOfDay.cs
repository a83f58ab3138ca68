using System.Globalization;

namespace Bot.Chat.Schedules;

/// <summary>Times of day as people write them.</summary>
public static class TimesOfDay
{
    private static readonly string[] Forms = ["H:mm", "HH:mm"];

    /// <summary><c>8:00</c> or <c>08:00</c>, to <c>23:59</c>; null for anything else.</summary>
    public static TimeOnly? Parse(string text) =>
        TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time) ? time : null;

    /// <summary><c>08:00</c>.</summary>
    public static string Say(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

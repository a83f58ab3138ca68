using System.Globalization;

namespace Bot.Chat.Text;

/// <summary>How days are written: in posts, or as ISO 8601 in the text form of <c>ask</c>.</summary>
public enum DateForm
{
    Post,
    Iso,
}

/// <summary>Formats dates and times (messages.md, rule 10).</summary>
public static class Dates
{
    /// <summary><c>1月6日(火)</c> or <c>Tue 6 Jan</c>, with the year if it differs from today's.</summary>
    public static string Day(DateOnly day, DateOnly today, Locale locale, DateForm form = DateForm.Post) =>
        form == DateForm.Iso ? Iso(day) : Format(day.Year == today.Year ? "Day" : "DayWithYear", day, locale);

    /// <summary><c>1/6</c> or <c>6 Jan</c>, with the year if it differs from today's.</summary>
    public static string Short(DateOnly day, DateOnly today, Locale locale, DateForm form = DateForm.Post) =>
        form == DateForm.Iso ? Iso(day) : Format(day.Year == today.Year ? "DayShort" : "DayShortWithYear", day, locale);

    /// <summary><c>1/6(火)</c> or <c>Tue 6 Jan</c>, with the year if it differs from today's; used before a thread's name.</summary>
    public static string InName(DateOnly day, DateOnly today, Locale locale) =>
        Format(day.Year == today.Year ? "DayInName" : "DayInNameWithYear", day, locale);

    /// <summary><c>2026年1月6日</c> or <c>6 Jan 2026</c>: the day of a fact in an answer.</summary>
    public static string Full(DateOnly day, Locale locale, DateForm form = DateForm.Post) =>
        form == DateForm.Iso ? Iso(day) : Format("FullDay", day, locale);

    /// <summary><c>2027年1月</c> or <c>Jan 2027</c>.</summary>
    public static string Month(DateOnly day, Locale locale) => Format("Month", day, locale);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A source's date at its given precision: YYYY-MM-DD, YYYY-MM or YYYY; anything else unchanged.</summary>
    public static string Written(string date, Locale locale, DateForm form = DateForm.Post)
    {
        if (form == DateForm.Iso)
        {
            return date;
        }

        return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? Full(day, locale)
            : DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                ? Month(month, locale)
            : date.Length == 4 && date.All(char.IsAsciiDigit) ? Texts.In(locale).Format("Year", date)
            : date;
    }

    /// <summary><c>7:30 JST</c>: the time of day in a zone, with the zone's short name, or <c>UTC+5:30</c> if none is known.</summary>
    public static string Time(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.ToString("H:mm", CultureInfo.InvariantCulture) + " " + Zones.Name(zone, local);
    }

    private static string Format(string key, DateOnly day, Locale locale)
    {
        var texts = Texts.In(locale);
        return texts.Format(
            key,
            day.Year.ToString("0000", CultureInfo.InvariantCulture),
            day.Month,
            day.Day,
            texts.Words("Months")[day.Month - 1],
            texts.Words("Weekdays")[(int)day.DayOfWeek]
        );
    }
}

using PublicHoliday;

namespace Bot.Delivery.Schedules;

/// <summary>
/// Japan's public holidays: the days off of the package and, from the Public Holiday Act, what it lacks: a day between two holidays
/// (article 3, paragraph 3), and the Sunday itself whose holiday has a day off instead.
/// </summary>
internal static class JapaneseHolidays
{
    private static readonly JapanPublicHoliday Package = new();

    /// <summary>Month and day of the holidays that may be Sundays, besides the equinoxes.</summary>
    private static readonly HashSet<(int, int)> Fixed =
    [
        (1, 1),
        (2, 11),
        (2, 23),
        (4, 29),
        (5, 3),
        (5, 4),
        (5, 5),
        (8, 11),
        (11, 3),
        (11, 23),
    ];

    /// <summary>False before the Act and beyond the years for which the equinoxes can be computed.</summary>
    public static bool IsHoliday(DateOnly day) =>
        day.Year is > 1948 and < 2100 && (IsDayOff(day) || (day.DayOfWeek == DayOfWeek.Sunday ? IsHolidayOnSunday(day) : IsBetween(day)));

    private static bool IsHolidayOnSunday(DateOnly day) =>
        (
            Fixed.Contains((day.Month, day.Day))
            || (day.Month == 3 && day.Day == Equinox(20.8431, day.Year))
            || (day.Month == 9 && day.Day == Equinox(23.2488, day.Year))
        ) && IsDayOff(day.AddDays(1));

    /// <summary>
    /// The day of the month, by the customary approximation for 1980 to 2099: the sun's year is longer than 365 days, and leap days make up
    /// for it.
    /// </summary>
    private static int Equinox(double in1980, int year) => (int)(in1980 + (0.242194 * (year - 1980)) - Math.Floor((year - 1980) / 4.0));

    private static bool IsBetween(DateOnly day) => IsDayOff(day.AddDays(-1)) && IsDayOff(day.AddDays(1));

    private static bool IsDayOff(DateOnly day) => Package.IsPublicHoliday(day.ToDateTime(TimeOnly.MinValue));
}

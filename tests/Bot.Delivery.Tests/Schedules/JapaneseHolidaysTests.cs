using System.Globalization;
using Bot.Delivery.Schedules;

namespace Bot.Delivery.Tests.Schedules;

public sealed class JapaneseHolidaysTests
{
    private static readonly HolidayCalendars Calendars = new(new HolidayOptions(), TimeProvider.System);

    public static TheoryData<string> Years =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Schedules", "japanese-holidays.txt"))];

    /// <summary>The table is made from the articles of the law: fixed days, Mondays, equinoxes, days off instead, days between.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void A_years_holidays_are_those_of_the_law(string row)
    {
        var (year, days) = (int.Parse(row[..4], CultureInfo.InvariantCulture), row[6..]);

        var found = Enumerable
            .Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(new DateOnly(year, 1, 1).AddDays)
            .Where(day => Calendars.IsHoliday("jp", day));

        Assert.Equal(days, string.Join(' ', found.Select(day => day.ToString("M/d", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void The_table_is_whole() => Assert.Equal(2050 - 2022 + 1, Years.Count);

    [Fact]
    public void The_ends_of_the_calendar_do_no_harm()
    {
        Assert.False(Calendars.IsHoliday("jp", DateOnly.MinValue));
        _ = Calendars.IsHoliday("jp", DateOnly.MaxValue);
    }
}

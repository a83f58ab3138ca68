using System.Globalization;
using Bot.Chat.Schedules;

namespace Bot.Chat.Tests.Schedules;

public sealed class TimetableTests
{
    private static readonly FixedHolidays Holidays = new(new(2026, 1, 12), new(2026, 9, 21), new(2026, 9, 22), new(2026, 9, 23));

    [Theory]
    // Year end, leap day, and zones that are far from UTC or off the hour.
    [InlineData("08:00", "Asia/Tokyo", "", "2026-01-05T22:59:59Z", "2026-01-05T23:00Z")]
    [InlineData("08:00", "Asia/Tokyo", "", "2026-01-05T23:00Z", "2026-01-06T23:00Z")]
    [InlineData("23:59", "Asia/Tokyo", "", "2025-12-31T14:59Z", "2026-01-01T14:59Z")]
    [InlineData("08:00", "UTC", "tue", "2028-02-28T12:00Z", "2028-02-29T08:00Z")]
    [InlineData("08:00", "UTC", "mon", "2028-02-29T12:00Z", "2028-03-06T08:00Z")]
    [InlineData("00:00", "Pacific/Kiritimati", "thu", "2025-12-31T09:00Z", "2025-12-31T10:00Z")]
    [InlineData("00:00", "Etc/GMT+12", "thu", "2025-12-31T10:00Z", "2026-01-01T12:00Z")]
    [InlineData("06:15", "Asia/Kathmandu", "mon,tue,wed,thu,fri", "2026-02-13T00:30Z", "2026-02-16T00:30Z")]
    // A holiday on a Monday, and three from Monday to Wednesday after a weekend.
    [InlineData("08:00", "Asia/Tokyo", "mon,tue,wed,thu,fri", "2026-01-09T00:00Z", "2026-01-12T23:00Z")]
    [InlineData("08:00", "Asia/Tokyo", "mon,tue,wed,thu,fri", "2026-09-18T00:00Z", "2026-09-23T23:00Z")]
    [InlineData("08:00", "Asia/Tokyo", "mon", "2026-09-18T00:00Z", "2026-09-27T23:00Z")]
    // In the gap, and twice.
    [InlineData("02:30", "America/New_York", "", "2026-03-07T12:00Z", "2026-03-08T07:00Z")]
    [InlineData("02:30", "America/New_York", "", "2026-03-08T07:00Z", "2026-03-09T06:30Z")]
    [InlineData("01:30", "America/New_York", "", "2026-10-31T12:00Z", "2026-11-01T05:30Z")]
    [InlineData("01:30", "America/New_York", "", "2026-11-01T05:30Z", "2026-11-02T06:30Z")]
    [InlineData("01:30", "America/New_York", "", "2026-11-01T06:29Z", "2026-11-02T06:30Z")]
    [InlineData("23:30", "America/Nuuk", "sat", "2026-03-28T12:00Z", "2026-03-29T01:00Z")]
    [InlineData("23:30", "America/Nuuk", "sat", "2026-03-29T01:00Z", "2026-04-05T00:30Z")]
    public void C9_The_next_time_is_the_first_on_a_day_of_the_schedule(string at, string zone, string days, string after, string next) =>
        Assert.Equal(
            DateTimeOffset.Parse(next, CultureInfo.InvariantCulture),
            Table(at, zone, days, Holidays).Next(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture))
        );

    [Fact]
    public void On_arrival_there_is_no_next_time() =>
        Assert.Null(new Timetable(Schedule.OnArrival, TimeZoneInfo.Utc).Next(DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_calendar_without_a_working_day_is_not_believed() =>
        Assert.Equal(
            new DateTimeOffset(2026, 1, 6, 8, 0, 0, TimeSpan.Zero),
            Table("08:00", "UTC", "", new EveryDay()).Next(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero))
        );

    [Theory]
    [InlineData("22:00-07:00", "Asia/Tokyo", "2026-01-06T13:00Z", "2026-01-06T22:00Z")]
    [InlineData("22:00-07:00", "Asia/Tokyo", "2026-01-06T12:59:59Z", "2026-01-06T12:59:59Z")]
    [InlineData("22:00-07:00", "Asia/Tokyo", "2026-01-06T21:59:59Z", "2026-01-06T22:00Z")]
    [InlineData("22:00-07:00", "Asia/Tokyo", "2026-01-06T22:00Z", "2026-01-06T22:00Z")]
    [InlineData("12:00-13:00", "Asia/Kathmandu", "2026-01-06T06:20Z", "2026-01-06T07:15Z")]
    // The end lies in the gap, or comes twice: what waits the second time has not long to wait.
    [InlineData("22:00-02:30", "America/New_York", "2026-03-08T05:00Z", "2026-03-08T07:00Z")]
    [InlineData("22:00-01:30", "America/New_York", "2026-11-01T04:00Z", "2026-11-01T05:30Z")]
    [InlineData("22:00-01:30", "America/New_York", "2026-11-01T06:15Z", "2026-11-01T06:30Z")]
    public void What_comes_in_the_quiet_hours_waits_for_their_end(string quiet, string zone, string instant, string waits) =>
        Assert.Equal(
            DateTimeOffset.Parse(waits, CultureInfo.InvariantCulture),
            new Timetable(
                Schedule.OnArrival with
                {
                    Quiet = QuietHours.Parse(quiet),
                },
                TimeZoneInfo.FindSystemTimeZoneById(zone)
            ).AfterQuiet(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture))
        );

    private static Timetable Table(string at, string zone, string days, IHolidays holidays) =>
        new(
            new Schedule
            {
                At = TimesOfDay.Parse(at),
                Weekdays = [.. Schedule.Week.Where(day => days.Split(',').Contains(ScheduleJson.NameOf(day)))],
                Holidays = ["x"],
            },
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            holidays
        );

    private sealed class EveryDay : IHolidays
    {
        public IReadOnlyCollection<string> Calendars { get; } = ["x"];

        public bool IsHoliday(string calendar, DateOnly day) => true;
    }
}

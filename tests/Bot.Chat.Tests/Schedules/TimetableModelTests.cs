using Bot.Chat.Schedules;
using Bot.Testing;
using CsCheck;

namespace Bot.Chat.Tests.Schedules;

/// <summary>Timetables against somebody who watches a wall clock, minute by minute.</summary>
public sealed class TimetableModelTests
{
    private const int Cases = 20_000;

    private static readonly string[] Zones =
    [
        "Asia/Tokyo",
        "UTC",
        "America/New_York",
        "Europe/London",
        "Australia/Lord_Howe",
        "America/Nuuk",
        "America/Havana",
        "Asia/Beirut",
        "Africa/Casablanca",
        "Pacific/Kiritimati",
        "Etc/GMT+12",
        "Asia/Kathmandu",
        "Pacific/Chatham",
        "America/St_Johns",
        "Antarctica/Troll",
        "Pacific/Apia",
    ];

    private static readonly (TimeZoneInfo Zone, IReadOnlyList<DateTimeOffset> Changes)[] Places =
    [
        .. Zones.Select(TimeZoneInfo.FindSystemTimeZoneById).Select(zone => (zone, ChangesOf(zone))),
    ];

    private static readonly Gen<(int Place, bool NearChange, int Change, int Minutes, int At, int Days, int Holidays)> Any = Gen.Select(
        Gen.Int[0, Places.Length - 1],
        Gen.Bool,
        Gen.Int[0, 10_000],
        Gen.Int[-4000, 4000],
        Gen.Frequency((1, Gen.Int[0, 1439]), (2, Gen.Int[0, 240]), (1, Gen.Int[1380, 1439])),
        Gen.Int[1, 127],
        Gen.Int[0, 15]
    );

    [Fact]
    public void The_next_time_is_when_the_wall_clock_first_comes_to_it() =>
        Any.Sample(
            any =>
            {
                var (zone, changes) = Places[any.Place];
                var around =
                    any.NearChange && changes.Count > 0
                        ? changes[any.Change % changes.Count]
                        // Leap days and year ends among them.
                        : new DateTimeOffset(2023, 12, 30, 0, 0, 0, TimeSpan.Zero).AddDays(any.Change % 1600);
                var after = around.AddMinutes(any.Minutes);
                var first = DateOnly.FromDateTime(after.UtcDateTime);
                var schedule = new Schedule
                {
                    At = new TimeOnly(any.At / 60, any.At % 60),
                    Weekdays = [.. Schedule.Week.Where((_, index) => (any.Days & (1 << index)) != 0)],
                    Holidays = ["x"],
                };
                var holidays = new FixedHolidays([
                    .. Enumerable.Range(0, 4).Where(bit => (any.Holidays & (1 << bit)) != 0).Select(first.AddDays),
                ]);

                Assert.Equal(Watched(schedule, zone, holidays, after), new Timetable(schedule, zone, holidays).Next(after));
            },
            iter: Effort.Of(Cases, Cases * 10)
        );

    [Fact]
    public void Quiet_hours_end_when_the_wall_clock_shows_a_minute_outside_them() =>
        Any.Sample(
            any =>
            {
                var (zone, changes) = Places[any.Place];
                var around =
                    changes.Count > 0 ? changes[any.Change % changes.Count] : new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero);
                var from = new TimeOnly(any.At / 60, any.At % 60);
                var quiet = new QuietHours(from, from.AddMinutes(1 + (any.Days * 11)));
                var instant = around.AddMinutes(any.Minutes / 4);

                var expected = instant;
                while (quiet.Contains(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(expected, zone).DateTime)))
                {
                    expected = expected.AddMinutes(1);
                }

                Assert.Equal(expected, new Timetable(Schedule.OnArrival with { Quiet = quiet }, zone).AfterQuiet(instant));
            },
            iter: Effort.Of(Cases, Cases * 10)
        );

    /// <summary>
    /// Looks at the clock every minute, from a day and more before, and remembers the latest time that it has ever shown: the schedule's
    /// time has come when the clock shows it or something later for the first time.
    /// </summary>
    private static DateTimeOffset Watched(Schedule schedule, TimeZoneInfo zone, FixedHolidays holidays, DateTimeOffset after)
    {
        var minute = after.AddHours(-30);
        var latest = Shown(minute);
        while (true)
        {
            minute = minute.AddMinutes(1);
            var shown = Shown(minute);
            if (shown <= latest)
            {
                continue;
            }

            for (var day = DateOnly.FromDateTime(latest); day <= DateOnly.FromDateTime(shown); day = day.AddDays(1))
            {
                var time = day.ToDateTime(schedule.At!.Value);
                if (
                    time > latest
                    && time <= shown
                    && minute > after
                    && schedule.Weekdays.Contains(day.DayOfWeek)
                    && !holidays.IsHoliday("x", day)
                )
                {
                    return minute;
                }
            }

            latest = shown;
        }

        DateTime Shown(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;
    }

    private static List<DateTimeOffset> ChangesOf(TimeZoneInfo zone)
    {
        var changes = new List<DateTimeOffset>();
        for (var hour = new DateTimeOffset(2011, 12, 1, 0, 0, 0, TimeSpan.Zero); hour.Year < 2030; hour = hour.AddHours(6))
        {
            if (zone.GetUtcOffset(hour) != zone.GetUtcOffset(hour.AddHours(6)))
            {
                changes.Add(hour);
            }
        }

        return changes;
    }
}

using System.Globalization;
using Bot.Chat;
using Bot.Chat.Schedules;
using Bot.Delivery.Planning;
using Bot.Delivery.Schedules;

namespace Bot.Delivery.Tests.Planning;

public sealed class DueTimesTests
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(6);

    [Theory]
    [InlineData("Asia/Tokyo", "2026-01-07", "2026-01-06T15:00Z")]
    [InlineData("Asia/Tokyo", "2026-01-09", "2026-01-08T15:00Z")]
    [InlineData("America/Los_Angeles", "2026-01-06", "2026-01-06T08:00Z")]
    [InlineData("Asia/Tokyo", "2026-01-06", "2026-01-06T06:00Z")]
    [InlineData("Asia/Tokyo", "2020-01-06", "2026-01-06T06:00Z")]
    [InlineData("Asia/Tokyo", "0001-01-01", "2026-01-06T06:00Z")]
    [InlineData("Pacific/Kiritimati", "0001-01-01", "2026-01-06T06:00Z")]
    public void On_arrival_a_briefing_goes_at_once_or_as_its_day_begins_in_the_series_zone(string zone, string day, string due) =>
        Assert.Equal(Time(due), Of(zone, Schedule.OnArrival, day, "2026-01-06T06:00Z").At);

    [Fact]
    public void A_series_that_is_not_configured_goes_by_UTC() =>
        Assert.Equal(
            Time("2026-01-07T00:00Z"),
            new DueTimes(new Timetables([], new HolidayCalendars(new HolidayOptions(), TimeProvider.System)), Window)
                .Of(new BriefingKey("us-ai", new DateOnly(2026, 1, 7)), null, Time("2026-01-06T06:00Z"))
                .At
        );

    [Theory]
    // Early, of a day to come, and from Saturday to Monday.
    [InlineData("Asia/Tokyo", "2026-01-06", "2026-01-05T20:00Z", "2026-01-05T23:00Z", "2026-01-06T05:00Z")]
    [InlineData("Asia/Tokyo", "2026-01-07", "2026-01-06T00:00Z", "2026-01-06T23:00Z", "2026-01-07T05:00Z")]
    [InlineData("Asia/Tokyo", "2026-01-03", "2026-01-02T20:00Z", "2026-01-04T23:00Z", "2026-01-05T05:00Z")]
    // The second Monday of January is a holiday.
    [InlineData("Asia/Tokyo", "2026-01-12", "2026-01-11T20:00Z", "2026-01-12T23:00Z", "2026-01-13T05:00Z")]
    // Late: at once, as long as it is worth it. Too late: nothing is sent any more.
    [InlineData("Asia/Tokyo", "2026-01-06", "2026-01-05T23:00Z", "2026-01-05T23:00Z", "2026-01-06T05:00Z")]
    [InlineData("Asia/Tokyo", "2026-01-06", "2026-01-06T04:59Z", "2026-01-06T04:59Z", "2026-01-06T05:29Z")]
    [InlineData("Asia/Tokyo", "2026-01-06", "2026-01-06T05:00Z", "2026-01-05T23:00Z", "2026-01-06T05:00Z")]
    // A day that begins in New York has its morning in Tokyo on the day after.
    [InlineData("America/New_York", "2026-01-06", "2026-01-06T20:00Z", "2026-01-06T23:00Z", "2026-01-07T05:00Z")]
    [InlineData("America/New_York", "2026-01-06", "2026-01-07T01:00Z", "2026-01-07T01:00Z", "2026-01-07T05:00Z")]
    public void With_a_time_an_early_one_waits_and_a_late_one_goes_within_its_window(
        string zone,
        string day,
        string now,
        string at,
        string expires
    ) => Assert.Equal(new DueTime(Time(at), Time(expires)), Of(zone, Mornings, day, now));

    [Theory]
    // Nobody was late: it waits and is not skipped.
    [InlineData("2026-01-05T20:00Z", "2026-01-05T23:00Z")]
    [InlineData("2026-01-05T23:00:01Z", "2026-01-06T23:00Z")]
    [InlineData("2026-01-06T04:00Z", "2026-01-06T23:00Z")]
    [InlineData("2026-01-06T05:00Z", "2026-01-05T23:00Z")]
    public void Where_late_ones_are_skipped_they_go_at_the_next_time(string now, string at) =>
        Assert.Equal(Time(at), Of("Asia/Tokyo", Mornings with { Late = LateRule.Skip }, "2026-01-06", now).At);

    [Theory]
    [InlineData("2026-01-06T12:59Z", "2026-01-06T12:59Z")]
    [InlineData("2026-01-06T13:00Z", "2026-01-06T22:00Z")]
    [InlineData("2026-01-06T21:00Z", "2026-01-06T22:00Z")]
    public void Quiet_hours_hold_what_comes_on_arrival_and_its_window_begins_at_their_end(string now, string at) =>
        Assert.Equal(
            new DueTime(Time(at), Time(at) + Window),
            Of("Asia/Tokyo", Schedule.OnArrival with { Quiet = QuietHours.Parse("22:00-07:00") }, "2026-01-06", now)
        );

    [Fact]
    public void Quiet_hours_hold_what_is_late()
    {
        var schedule = new Schedule { At = new TimeOnly(21, 0), Quiet = QuietHours.Parse("22:00-07:00") };

        Assert.Equal(
            new DueTime(Time("2026-01-06T22:00Z"), Time("2026-01-07T04:00Z")),
            Of("Asia/Tokyo", schedule, "2026-01-06", "2026-01-06T14:00Z")
        );
        Assert.Equal(Time("2026-01-06T12:30Z"), Of("Asia/Tokyo", schedule, "2026-01-06", "2026-01-06T12:30Z").At);
    }

    [Fact]
    public void What_a_person_wants_sent_is_late_only_from_then_on()
    {
        var now = Time("2026-01-09T03:00Z");

        Assert.Equal(new DueTime(now, now + Window), Times("Asia/Tokyo", Mornings).Of(Key("2026-01-06"), null, now, isAsked: true));
    }

    [Theory]
    // The time is later now, has passed by the change, or is as it was.
    [InlineData("09:00", "2026-01-05T22:00Z", "2026-01-06T00:00Z")]
    [InlineData("06:00", "2026-01-05T22:00Z", "2026-01-05T22:00Z")]
    [InlineData("08:00", "2026-01-05T22:00Z", "2026-01-05T23:00Z")]
    public void What_waits_is_neither_skipped_nor_doubled_by_a_change(string time, string now, string at) =>
        Assert.Equal(
            Time(at),
            Times("Asia/Tokyo", Mornings)
                .Again(Key("2026-01-06"), ScheduleJson.Text(new Schedule { At = TimesOfDay.Parse(time) }), Time(now))
                .At
        );

    [Theory]
    [InlineData(null)]
    [InlineData("""{"at":"21:00","quiet":"22:00-07:00"}""")]
    [InlineData("""{"quiet":"10:00-20:00"}""")]
    [InlineData("""{"at":"06:00","zone":"Asia/Kathmandu","late":"skip"}""")]
    public void Without_a_change_what_waits_keeps_its_time(string? schedule)
    {
        var times = Times("Asia/Tokyo", Mornings);
        for (var now = Time("2026-01-04T00:00Z"); now < Time("2026-01-09T00:00Z"); now = now.AddMinutes(97))
        {
            for (var day = 4; day < 9; day++)
            {
                var key = new BriefingKey("us-ai", new DateOnly(2026, 1, day));
                var due = times.Of(key, schedule, now);
                foreach (
                    var later in new[] { 0, 1, 59, 400, 1300 }.Select(minutes => now.AddMinutes(minutes)).Where(later => later < due.At)
                )
                {
                    Assert.Equal((key, now, later, due.At), (key, now, later, times.Again(key, schedule, later).At));
                }
            }
        }
    }

    [Theory]
    [InlineData("2026-01-06T04:59Z", false)]
    [InlineData("2026-01-06T05:00Z", true)]
    public void Who_subscribes_when_all_was_over_does_not_get_it(string made, bool isBefore) =>
        Assert.Equal(isBefore, Times("Asia/Tokyo", Mornings).IsBefore(Key("2026-01-06"), null, Time(made)));

    private static Schedule Mornings { get; } =
        new()
        {
            At = new TimeOnly(8, 0),
            Zone = "Asia/Tokyo",
            Weekdays = Schedule.WorkingDays,
            Holidays = ["jp"],
        };

    private static DueTime Of(string zone, Schedule schedule, string day, string now) =>
        Times(zone, schedule).Of(Key(day), null, Time(now));

    private static DueTimes Times(string zone, Schedule schedule) =>
        new(
            new Timetables(
                [new Series("us-ai", "US AI", TimeZoneInfo.FindSystemTimeZoneById(zone)) { Schedule = schedule }],
                new HolidayCalendars(new HolidayOptions(), TimeProvider.System)
            ),
            Window
        );

    private static BriefingKey Key(string day) => new("us-ai", DateOnly.Parse(day, CultureInfo.InvariantCulture));

    private static DateTimeOffset Time(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}

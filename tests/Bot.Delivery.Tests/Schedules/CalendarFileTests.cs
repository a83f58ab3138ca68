using System.Globalization;
using Bot.Delivery.Schedules;

namespace Bot.Delivery.Tests.Schedules;

public sealed class CalendarFileTests
{
    private static readonly DateOnly From = new(2026, 1, 1);

    [Fact]
    public void Whole_days_are_holidays_also_those_that_come_every_year_and_those_of_several_days()
    {
        var days = Parse(
            """
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20200704
            RRULE:FREQ=YEARLY
            SUMMARY:Founders
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20261227
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            DTSTART:20260202T090000Z
            DTEND:20260202T170000Z
            SUMMARY:A meeting is no holiday
            END:VEVENT
            """
        );

        Assert.Equal("2026-07-04 2026-12-24 2026-12-25 2026-12-26 2027-07-04 2028-07-04", Said(days));
    }

    [Fact]
    public void Of_a_rule_that_never_ends_only_what_counts_is_read()
    {
        var failure = Assert.Throws<InvalidDataException>(() =>
            Parse(
                """
                BEGIN:VEVENT
                UID:1
                DTSTART;VALUE=DATE:20200101
                RRULE:FREQ=DAILY
                END:VEVENT
                """
            )
        );

        Assert.Contains("more than 1000", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html><title>404</title>")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:2026\nEND:VEVENT\nEND:VCALENDAR\n")]
    public void What_is_no_calendar_says_so(string text) =>
        Assert.Throws<InvalidDataException>(() => CalendarFile.Parse(text, From, From.AddYears(2)));

    [Fact]
    public void A_huge_file_is_not_read()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path))
            {
                file.SetLength(CalendarFile.LargestBytes + 1);
            }

            Assert.Contains(
                "larger than 2 MB",
                Assert.Throws<InvalidDataException>(() => CalendarFile.Read(path, From)).Message,
                StringComparison.Ordinal
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IReadOnlySet<DateOnly> Parse(string events) =>
        CalendarFile.Parse(
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n{events.ReplaceLineEndings("\r\n")}\r\nEND:VCALENDAR\r\n",
            From,
            new DateOnly(2028, 12, 31)
        );

    private static string Said(IEnumerable<DateOnly> days) =>
        string.Join(' ', days.Order().Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}

using System.Globalization;
using Bot.Chat.Schedules;

namespace Bot.Chat.Tests.Schedules;

public sealed class LocalClockTests
{
    [Theory]
    [InlineData("Asia/Tokyo", "2026-01-06 08:00", "2026-01-05T23:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-01-01 00:00", "2025-12-31T10:00Z")]
    [InlineData("Etc/GMT+12", "2025-12-31 23:59", "2026-01-01T11:59Z")]
    [InlineData("Asia/Kathmandu", "2028-02-29 08:00", "2028-02-29T02:15Z")]
    // Skipped: the end of the gap, also of one of half an hour, one before midnight, and of a day that Samoa left out.
    [InlineData("America/New_York", "2026-03-08 02:00", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "2026-03-08 02:30", "2026-03-08T07:00Z")]
    [InlineData("America/New_York", "2026-03-08 03:00", "2026-03-08T07:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:17", "2026-10-03T15:30Z")]
    [InlineData("America/Nuuk", "2026-03-28 23:30", "2026-03-29T01:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30 08:00", "2011-12-30T10:00Z")]
    // Twice: the first of them.
    [InlineData("America/New_York", "2026-11-01 01:00", "2026-11-01T05:00Z")]
    [InlineData("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30Z")]
    [InlineData("Europe/London", "2026-10-25 01:59", "2026-10-25T00:59Z")]
    [InlineData("America/Havana", "2026-11-01 00:30", "2026-11-01T04:30Z")]
    public void A_local_time_has_one_instant(string zone, string local, string instant)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);

        Assert.Equal(
            DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture),
            LocalClock.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time), TimeZoneInfo.FindSystemTimeZoneById(zone))
        );
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Etc/GMT+12")]
    public void The_ends_of_the_calendar_do_no_harm(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);

        Assert.True(
            LocalClock.At(DateOnly.MinValue, TimeOnly.MinValue, zone) <= LocalClock.At(new DateOnly(1, 1, 3), TimeOnly.MinValue, zone)
        );
        Assert.True(
            LocalClock.At(DateOnly.MaxValue, TimeOnly.MaxValue, zone) >= LocalClock.At(new DateOnly(9999, 12, 28), TimeOnly.MinValue, zone)
        );
    }
}

using Bot.Chat;
using Bot.Delivery.Planning;

namespace Bot.Delivery.Tests.Planning;

public sealed class DueTimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 6, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Asia/Tokyo", "2026-01-07", "2026-01-06T15:00Z")]
    [InlineData("Asia/Tokyo", "2026-01-09", "2026-01-08T15:00Z")]
    [InlineData("America/Los_Angeles", "2026-01-06", "2026-01-06T08:00Z")]
    [InlineData("Asia/Tokyo", "2026-01-06", "2026-01-06T06:00Z")]
    [InlineData("Asia/Tokyo", "2020-01-06", "2026-01-06T06:00Z")]
    [InlineData("Asia/Tokyo", "0001-01-01", "2026-01-06T06:00Z")]
    [InlineData("Pacific/Kiritimati", "0001-01-01", "2026-01-06T06:00Z")]
    public void A_briefing_goes_at_once_or_as_its_day_begins_in_the_series_zone(string zone, string day, string due) =>
        Assert.Equal(
            DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            new DueTimes([new Series("us-ai", "US AI", TimeZoneInfo.FindSystemTimeZoneById(zone))]).Of(
                new BriefingKey("us-ai", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
                Now
            )
        );

    [Fact]
    public void A_series_that_is_not_configured_goes_by_UTC() =>
        Assert.Equal(
            new DateTimeOffset(2026, 1, 7, 0, 0, 0, TimeSpan.Zero),
            new DueTimes([]).Of(new BriefingKey("us-ai", new DateOnly(2026, 1, 7)), Now)
        );

    [Theory]
    // Midnight is skipped in Beirut on 29 March 2026, and occurs twice in Havana on 1 November 2026.
    [InlineData("Asia/Beirut", "2026-03-29", "2026-03-28T22:00Z")]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00Z")]
    public void A_day_whose_midnight_is_skipped_or_repeated_begins_with_its_first_instant(string zone, string day, string start) =>
        Assert.Equal(
            DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
            DueTimes.StartOf(
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                TimeZoneInfo.FindSystemTimeZoneById(zone)
            )
        );

    [Fact]
    public void No_instant_of_the_day_before_is_taken_for_its_beginning()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones().Where((_, index) => index % 20 == 0))
        {
            for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
            {
                var start = DueTimes.StartOf(day, zone);

                Assert.Equal((zone.Id, day), (zone.Id, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, zone).DateTime)));
                Assert.Equal(
                    (zone.Id, day.AddDays(-1)),
                    (zone.Id, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start.AddTicks(-1), zone).DateTime))
                );
            }
        }
    }
}

using Bot.Chat.Text;

namespace Bot.Chat.Tests.Text;

public class DatesTests
{
    private static readonly DateOnly Today = new(2026, 1, 20);

    [Theory]
    [InlineData(2026, 1, 6, Locale.Japanese, "1月6日(火)")]
    [InlineData(2025, 12, 31, Locale.Japanese, "2025年12月31日(水)")]
    [InlineData(2026, 1, 6, Locale.English, "Tue 6 Jan")]
    [InlineData(2025, 12, 31, Locale.English, "Wed 31 Dec 2025")]
    public void A_day_has_its_weekday_and_the_year_when_it_is_not_this_one(int year, int month, int day, Locale locale, string expected) =>
        Assert.Equal(expected, Dates.Day(new DateOnly(year, month, day), Today, locale));

    [Theory]
    [InlineData(2026, 1, 5, Locale.Japanese, "1/5")]
    [InlineData(2025, 12, 31, Locale.Japanese, "2025/12/31")]
    [InlineData(2026, 1, 5, Locale.English, "5 Jan")]
    [InlineData(2025, 12, 31, Locale.English, "31 Dec 2025")]
    public void A_short_day_has_no_weekday(int year, int month, int day, Locale locale, string expected) =>
        Assert.Equal(expected, Dates.Short(new DateOnly(year, month, day), Today, locale));

    [Fact]
    public void The_text_form_is_ISO_in_both_languages()
    {
        var day = new DateOnly(2026, 1, 6);
        Assert.Equal("2026-01-06", Dates.Day(day, Today, Locale.Japanese, DateForm.Iso));
        Assert.Equal("2026-01-06", Dates.Full(day, Locale.English, DateForm.Iso));
    }

    [Theory]
    [InlineData("2026-01-05", Locale.Japanese, "2026年1月5日")]
    [InlineData("2026-01", Locale.Japanese, "2026年1月")]
    [InlineData("2026", Locale.Japanese, "2026年")]
    [InlineData("2026-01-05", Locale.English, "5 Jan 2026")]
    [InlineData("2026-01", Locale.English, "Jan 2026")]
    [InlineData("2026", Locale.English, "2026")]
    [InlineData("last spring", Locale.English, "last spring")]
    [InlineData("2026-13-45", Locale.Japanese, "2026-13-45")]
    public void A_sources_date_is_as_precise_as_it_is_given(string written, Locale locale, string expected) =>
        Assert.Equal(expected, Dates.Written(written, locale));

    [Theory]
    [InlineData("Asia/Tokyo", "2026-01-05T22:30:00Z", "7:30 JST")]
    [InlineData("America/New_York", "2026-01-05T22:30:00Z", "17:30 EST")]
    [InlineData("America/New_York", "2026-07-05T22:30:00Z", "18:30 EDT")]
    [InlineData("Asia/Kolkata", "2026-01-05T22:30:00Z", "4:00 UTC+5:30")]
    [InlineData("America/Sao_Paulo", "2026-01-05T22:30:00Z", "19:30 UTC-3")]
    [InlineData("UTC", "2026-01-05T22:30:00Z", "22:30 UTC")]
    public void A_time_carries_its_zone(string zone, string instant, string expected) =>
        Assert.Equal(
            expected,
            Dates.Time(
                DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
                TimeZoneInfo.FindSystemTimeZoneById(zone)
            )
        );
}

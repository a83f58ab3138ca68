using Bot.Chat;
using Bot.Intake.Holding;
using Bot.Testing;

namespace Bot.Intake.Tests.Holding;

public sealed class DateRuleTests
{
    private static readonly Series Tokyo = new("us-ai", "US AI", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

    [Theory]
    [InlineData("2026-01-09", null)]
    [InlineData("2026-01-10", HoldReason.FarAhead)]
    [InlineData("2027-01-06", HoldReason.FarAhead)]
    [InlineData("9999-12-31", HoldReason.FarAhead)]
    [InlineData("2026-01-03", null)]
    [InlineData("2026-01-02", null)]
    [InlineData("2025-10-06", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("2025-01-06", HoldReason.WrongYear)]
    [InlineData("2025-01-03", HoldReason.WrongYear)]
    [InlineData("2025-01-09", HoldReason.WrongYear)]
    [InlineData("2025-01-02", null)]
    [InlineData("2025-01-10", null)]
    [InlineData("2016-01-08", HoldReason.WrongYear)]
    public void A_day_is_held_when_it_is_far_ahead_or_near_in_another_year(string date, HoldReason? reason)
    {
        var rule = Rule("2026-01-06");

        Assert.Equal(reason, rule.Judge(Tokyo, Key(date), isBackfill: false)?.Reason);
        Assert.Equal(reason == HoldReason.FarAhead ? reason : null, rule.Judge(Tokyo, Key(date), isBackfill: true)?.Reason);
    }

    [Theory]
    [InlineData("2026-01-01", "2025-12-31", null)]
    [InlineData("2026-01-01", "2026-12-31", HoldReason.FarAhead)]
    [InlineData("2026-01-01", "2024-12-31", HoldReason.WrongYear)]
    [InlineData("2025-12-31", "2025-01-02", HoldReason.WrongYear)]
    [InlineData("2024-03-01", "2023-02-28", HoldReason.WrongYear)]
    [InlineData("2026-02-28", "2024-02-29", HoldReason.WrongYear)]
    public void The_turn_of_the_year_and_leap_days_are_near_too(string today, string date, HoldReason? reason) =>
        Assert.Equal(reason, Rule(today).Judge(Tokyo, Key(date), isBackfill: false)?.Reason);

    [Fact]
    public void Every_day_of_four_years_is_what_the_rule_says_in_words()
    {
        var today = new DateOnly(2026, 1, 2);
        var rule = Rule("2026-01-02");
        for (var day = new DateOnly(2023, 1, 1); day < new DateOnly(2027, 1, 1); day = day.AddDays(1))
        {
            var ahead = day.DayNumber - today.DayNumber;
            var near = Enumerable
                .Range(2020, 12)
                .Any(year => year != day.Year && Math.Abs(day.AddYears(year - day.Year).DayNumber - today.DayNumber) <= 3);
            HoldReason? expected =
                ahead > 3 ? HoldReason.FarAhead
                : ahead < -3 && near ? HoldReason.WrongYear
                : null;

            Assert.Equal((day, expected), (day, rule.Judge(Tokyo, new BriefingKey("us-ai", day), isBackfill: false)?.Reason));
            Assert.Equal((day, ahead < -3 ? -ahead : 0), (day, rule.DaysTooOld(Tokyo, day)));
        }
    }

    [Fact]
    public void Today_is_that_of_the_series_zone()
    {
        // 23:30 on the 5th in London, 8:30 on the 6th in Tokyo.
        var clock = new TestClock(new DateTimeOffset(2026, 1, 5, 23, 30, 0, TimeSpan.Zero));
        var london = Tokyo with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London") };
        var rule = new DateRule(new SeriesCatalogue([Tokyo], clock), 3);

        Assert.Null(rule.Judge(Tokyo, Key("2026-01-09"), isBackfill: false));
        Assert.Equal(HoldReason.FarAhead, rule.Judge(london, Key("2026-01-09"), isBackfill: false)?.Reason);
    }

    [Theory]
    [InlineData("2026-01-10", "confirm us-ai 2026-01-10 --edition evening")]
    [InlineData("2025-01-06", "confirm us-ai 2025-01-06 --edition evening")]
    public void The_command_that_releases_it_is_in_both_languages(string date, string command)
    {
        var text = Rule("2026-01-06").Judge(Tokyo, Key(date) with { Edition = "evening" }, isBackfill: false)!.Text;

        Assert.Contains(command, text.Japanese, StringComparison.Ordinal);
        Assert.Contains(command, text.English, StringComparison.Ordinal);
    }

    private static DateRule Rule(string today) =>
        new(new SeriesCatalogue([Tokyo], new TestClock(new DateTimeOffset(Day(today), new TimeOnly(3, 0), TimeSpan.Zero))), 3);

    private static BriefingKey Key(string date) => new("us-ai", Day(date));

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using Bot.Answers.Arguments;

namespace Bot.Answers.Tests.Arguments;

public sealed class DateArgumentTests
{
    // A Thursday; the newest briefing is from the Tuesday before.
    private static readonly DateArgument Days = new(new DateOnly(2026, 1, 8), new DateOnly(2026, 1, 6));

    [Theory]
    [InlineData("2026-01-06", "2026-01-06")]
    [InlineData("2026/1/6", "2026-01-06")]
    [InlineData("2026.1.6", "2026-01-06")]
    [InlineData("2026年1月6日", "2026-01-06")]
    [InlineData("2026年1月6日(火)", "2026-01-06")]
    [InlineData("1/6", "2026-01-06")]
    [InlineData("1月6日", "2026-01-06")]
    [InlineData("1月6日(火)", "2026-01-06")]
    [InlineData("6 jan", "2026-01-06")]
    [InlineData("Jan 6", "2026-01-06")]
    [InlineData("6 January 2026", "2026-01-06")]
    [InlineData("January 6, 2026", "2026-01-06")]
    [InlineData("12/30", "2025-12-30")]
    [InlineData("1/9", "2025-01-09")]
    [InlineData("2/29", "2024-02-29")]
    [InlineData("今日", "2026-01-08")]
    [InlineData("today", "2026-01-08")]
    [InlineData("昨日", "2026-01-07")]
    [InlineData("きのう", "2026-01-07")]
    [InlineData("yesterday", "2026-01-07")]
    [InlineData("一昨日", "2026-01-06")]
    [InlineData("the day before yesterday", "2026-01-06")]
    [InlineData("day before yesterday", "2026-01-06")]
    [InlineData("最新", "2026-01-06")]
    [InlineData("latest", "2026-01-06")]
    [InlineData("3日前", "2026-01-05")]
    [InlineData("3 days ago", "2026-01-05")]
    [InlineData("月曜", "2026-01-05")]
    [InlineData("月曜日", "2026-01-05")]
    [InlineData("Monday", "2026-01-05")]
    [InlineData("thu", "2026-01-08")]
    [InlineData("金曜", "2026-01-02")]
    [InlineData("last thursday", "2026-01-01")]
    [InlineData("last friday", "2026-01-02")]
    [InlineData("先週の月曜", "2025-12-29")]
    [InlineData("先週の日曜", "2026-01-04")]
    [InlineData("2026-13-45", null)]
    [InlineData("2/30", null)]
    [InlineData("先週", null)]
    [InlineData("8", null)]
    [InlineData("", null)]
    [InlineData("xai", null)]
    [InlineData("月", null)]
    [InlineData("may mobility", null)]
    public void A_day_is_read_as_people_write_it(string text, string? day)
    {
        var words = new ArgumentWords(text);

        Assert.Equal(day, Days.Take(words)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(day is null && text.Length > 0, !words.IsEmpty);
    }

    [Fact]
    public void It_is_taken_from_among_other_words_and_they_are_left()
    {
        var words = new ArgumentWords("xai last friday 資金");

        Assert.Equal(new DateOnly(2026, 1, 2), Days.Take(words));
        Assert.Equal("xai 資金", words.Left);
    }

    [Theory]
    [InlineData("先週", true)]
    [InlineData("last week", true)]
    [InlineData("200億ドル以上", true)]
    [InlineData(">=100m$", true)]
    [InlineData("over $100m", true)]
    [InlineData("<@u123> <!channel>", false)]
    [InlineData("直近3か月", true)]
    [InlineData("30 days", true)]
    [InlineData("xai", false)]
    [InlineData("Over the Moon", false)]
    [InlineData("以上", false)]
    [InlineData("7days inn", false)]
    [InlineData("21世紀", false)]
    [InlineData("", false)]
    public void A_condition_is_no_name(string text, bool isCondition) => Assert.Equal(isCondition, Condition.Is(text));
}

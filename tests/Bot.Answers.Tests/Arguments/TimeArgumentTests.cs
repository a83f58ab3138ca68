using Bot.Answers.Arguments;

namespace Bot.Answers.Tests.Arguments;

public sealed class TimeArgumentTests
{
    // A Thursday; the newest briefing is from the Tuesday before.
    private static readonly TimeArgument Times = new(new DateOnly(2026, 1, 8), new DateOnly(2026, 1, 6));

    [Theory]
    [InlineData("2026-01-06", "2026-01-06")]
    [InlineData("昨日", "2026-01-07")]
    [InlineData("last friday", "2026-01-02")]
    [InlineData("今週", "2026-01-05..2026-01-06")]
    [InlineData("先週", "2025-12-29..2026-01-04")]
    [InlineData("last week", "2025-12-29..2026-01-04")]
    [InlineData("先々週", "2025-12-22..2025-12-28")]
    [InlineData("今月", "2026-01-01..2026-01-06")]
    [InlineData("先月", "2025-12-01..2025-12-31")]
    [InlineData("今年", "2026-01-01..2026-01-06")]
    [InlineData("去年", "2025-01-01..2025-12-31")]
    [InlineData("前四半期", "2025-10-01..2025-12-31")]
    [InlineData("Q4 2025", "2025-10-01..2025-12-31")]
    [InlineData("2025q2", "2025-04-01..2025-06-30")]
    [InlineData("q4", "2025-10-01..2025-12-31")]
    [InlineData("2025-11", "2025-11-01..2025-11-30")]
    [InlineData("2025年11月", "2025-11-01..2025-11-30")]
    [InlineData("11月", "2025-11-01..2025-11-30")]
    [InlineData("January 2026", "2026-01-01..2026-01-06")]
    [InlineData("2025年", "2025-01-01..2025-12-31")]
    [InlineData("7日間", "2026-01-02..2026-01-06")]
    [InlineData("過去7日", "2026-01-02..2026-01-06")]
    [InlineData("last 7 days", "2026-01-02..2026-01-06")]
    [InlineData("直近2週間", "2025-12-26..2026-01-06")]
    [InlineData("3か月", "2025-10-09..2026-01-06")]
    [InlineData("since 1/5", "2026-01-05..2026-01-06")]
    [InlineData("1/5以降", "2026-01-05..2026-01-06")]
    [InlineData("since last friday", "2026-01-02..2026-01-06")]
    [InlineData("先月から", "2025-12-01..2026-01-06")]
    [InlineData("until yesterday", "..2026-01-07")]
    [InlineData("1/5まで", "..2026-01-05")]
    [InlineData("1/2から1/5まで", "2026-01-02..2026-01-05")]
    [InlineData("1/2〜1/5", "2026-01-02..2026-01-05")]
    [InlineData("1/5 to 1/2", "2026-01-02..2026-01-05")]
    [InlineData("from 2 jan to 5 jan 2026", "2026-01-02..2026-01-05")]
    [InlineData("2026-01-02..2026-01-05", "2026-01-02..2026-01-05")]
    [InlineData("2026-01-02..", "2026-01-02..2026-01-06")]
    [InlineData("全期間", "..2026-01-06")]
    [InlineData("8", null)]
    [InlineData("may", null)]
    [InlineData("21世紀", null)]
    [InlineData("来週", null)]
    [InlineData("xai", null)]
    [InlineData("7days inn", null)]
    [InlineData("0日間", null)]
    [InlineData("9999年間", null)]
    [InlineData("", null)]
    public void A_time_is_read_as_people_write_it(string text, string? time)
    {
        var words = new ArgumentWords(text);

        var read = Times.Take(words);

        Assert.Equal(time, read is { } days ? TimeArgument.Text(days) : null);
        Assert.Equal(time is null && text.Length > 0, !words.IsEmpty);
        if (read is { } span)
        {
            Assert.Equal(span, Times.Read(TimeArgument.Text(span)));
        }
    }

    [Fact]
    public void What_is_canonical_means_the_same_on_any_later_day()
    {
        var later = new TimeArgument(new DateOnly(2027, 5, 1), new DateOnly(2027, 5, 1));
        foreach (var text in new[] { "先週", "今月", "since 1/5", "7日間", "昨日", "Q1" })
        {
            var days = Times.Read(text)!.Value;

            Assert.Equal(days, later.Read(TimeArgument.Text(days)));
        }
    }

    [Fact]
    public void No_text_makes_it_fail()
    {
        string[] parts =
        [
            "1",
            "9999",
            "年",
            "月",
            "日",
            "先週",
            "..",
            "から",
            "〜",
            "last ",
            "days",
            "since ",
            "q",
            "4",
            "-",
            "/",
            " ",
            "\ud800",
            "0001",
        ];
        for (var seed = 0; seed < 5000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => parts[random.Next(parts.Length)]));

            Times.Take(new ArgumentWords(text));
        }
    }
}

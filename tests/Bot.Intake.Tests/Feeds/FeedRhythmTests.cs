using Bot.Intake.Feeds;
using Cronos;

namespace Bot.Intake.Tests.Feeds;

public sealed class FeedRhythmTests
{
    [Theory]
    [InlineData("00:01:00")]
    [InlineData("00:05:00")]
    [InlineData("00:15:00")]
    [InlineData("00:30:00")]
    [InlineData("01:00:00")]
    [InlineData("06:00:00")]
    [InlineData("1.00:00:00")]
    public void An_interval_that_comes_round_evenly_is_kept_exactly(string text)
    {
        var every = TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var cron = CronExpression.Parse(FeedRhythm.CronOf(every)!);
        var midnight = new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero);

        var rings = cron.GetOccurrences(midnight, midnight.AddDays(3), TimeZoneInfo.Utc).ToList();

        Assert.All(rings.Zip(rings.Skip(1)), pair => Assert.Equal(every, pair.Second - pair.First));
        Assert.Equal((int)(TimeSpan.FromDays(3) / every), rings.Count);
    }

    [Theory]
    [InlineData("00:00:30")]
    [InlineData("00:07:00")]
    [InlineData("00:15:30")]
    [InlineData("01:30:00")]
    [InlineData("05:00:00")]
    [InlineData("2.00:00:00")]
    [InlineData("00:00:00")]
    public void An_interval_that_does_not_is_refused(string text) =>
        Assert.Null(FeedRhythm.CronOf(TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));
}

using System.Globalization;

namespace Bot.Intake.Feeds;

/// <summary>Converts an interval for the alarm clock, which only supports evenly recurring minutes and hours.</summary>
public static class FeedRhythm
{
    /// <summary>
    /// The cron expression of an interval; null if it is not whole minutes dividing an hour or whole hours dividing a day.
    /// </summary>
    public static string? CronOf(TimeSpan every)
    {
        if (every < TimeSpan.FromMinutes(1) || every.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            return null;
        }

        var minutes = (long)every.TotalMinutes;
        if (minutes < 60)
        {
            return 60 % minutes == 0 ? string.Create(CultureInfo.InvariantCulture, $"*/{minutes} * * * *") : null;
        }

        var hours = minutes / 60;
        return minutes % 60 == 0 && hours <= 24 && 24 % hours == 0
            ? (hours == 24 ? "0 0 * * *" : string.Create(CultureInfo.InvariantCulture, $"0 */{hours} * * *"))
            : null;
    }
}

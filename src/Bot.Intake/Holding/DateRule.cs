using System.Globalization;
using Bot.Chat;

namespace Bot.Intake.Holding;

/// <summary>
/// What a briefing's date means for its delivery. A day far ahead, or a date that would be near today in another year, is usually a typo,
/// and a thread in every channel cannot be taken back: it is held. Other old days are stored and used for answers, and delivered only on
/// request.
/// </summary>
/// <param name="near">Days around today, in the series' zone, within which a date is usual.</param>
public sealed class DateRule(SeriesCatalogue series, int near)
{
    /// <summary>Why the date is held; null if it is not.</summary>
    /// <param name="isBackfill">Old days are being filled in without deliveries, so only a future day is a typo.</param>
    public Hold? Judge(Series of, BriefingKey key, bool isBackfill)
    {
        var today = series.TodayOf(of);
        var ahead = key.Date.DayNumber - today.DayNumber;
        if (ahead > near)
        {
            return new(HoldReason.FarAhead, IntakeTexts.Both("Held.FarAhead", key.Arguments, Iso(key.Date), Iso(today), of.Zone.Id, ahead));
        }

        return !isBackfill && IsNearInAnotherYear(key.Date, today)
            ? new(HoldReason.WrongYear, IntakeTexts.Both("Held.WrongYear", key.Arguments, Iso(key.Date), Iso(today), of.Zone.Id))
            : null;
    }

    /// <summary>By how many days the date precedes the usual ones; 0 if it does not.</summary>
    public int DaysTooOld(Series of, DateOnly date)
    {
        var days = series.TodayOf(of).DayNumber - date.DayNumber;
        return days > near ? days : 0;
    }

    private bool IsNearInAnotherYear(DateOnly date, DateOnly today)
    {
        if (Math.Abs(date.DayNumber - today.DayNumber) <= near)
        {
            return false;
        }

        // Turn of the year: 2 January is near 31 December of the year before.
        return Enumerable
            .Range(today.Year - 1, 3)
            .Where(year => year != date.Year && year is >= 1 and <= 9999)
            .Any(year => Math.Abs(Moved(date, year).DayNumber - today.DayNumber) <= near);
    }

    private static DateOnly Moved(DateOnly date, int year) =>
        new(year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(year, date.Month)));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

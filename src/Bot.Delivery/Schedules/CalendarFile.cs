using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Bot.Delivery.Schedules;

/// <summary>Reads the whole-day events of an iCalendar file (RFC 5545) as holidays.</summary>
internal static class CalendarFile
{
    /// <summary>A country's holidays of ten years take some 100 KB.</summary>
    public const int LargestBytes = 2 * 1024 * 1024;

    /// <summary>More days than two years have mean a rule that was not meant so, or a file that is meant to do harm.</summary>
    public const int MostDays = 1000;

    /// <summary>Longest event: longer ones are terms and seasons.</summary>
    private const int MostDaysOfAnEvent = 31;

    /// <summary>The holidays from a day on, to the end of the year after next.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or too large; says what is wrong.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IReadOnlySet<DateOnly> Read(string path, DateOnly from) => Parse(Text(path), from, new DateOnly(from.Year + 2, 12, 31));

    internal static IReadOnlySet<DateOnly> Parse(string text, DateOnly from, DateOnly to)
    {
        if (!text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException("it is no iCalendar file");
        }

        var days = new HashSet<DateOnly>();
        try
        {
            foreach (var holiday in CalendarCollection.Load(text).SelectMany(calendar => calendar.Events).Where(IsWholeDay))
            {
                Add(days, holiday, from, to);
            }
        }
        catch (Exception failure) when (failure is not (InvalidDataException or OutOfMemoryException))
        {
            throw new InvalidDataException($"it cannot be understood ({failure.GetType().Name}: {failure.Message})", failure);
        }

        return days.Count > 0 ? days : throw new InvalidDataException("it has no whole-day event in this year and the next two");
    }

    private static bool IsWholeDay(CalendarEvent holiday) => holiday.Start is { HasTime: false };

    private static void Add(HashSet<DateOnly> days, CalendarEvent holiday, DateOnly from, DateOnly to)
    {
        var length = Math.Clamp((holiday.End?.Date ?? holiday.Start!.Date).DayNumber - holiday.Start!.Date.DayNumber, 1, MostDaysOfAnEvent);
        foreach (
            var start in holiday
                .GetOccurrences(new CalDateTime(from.AddDays(-MostDaysOfAnEvent)))
                .Select(occurrence => occurrence.Period.StartTime.Date)
                .TakeWhile(start => start <= to)
        )
        {
            for (var day = start; day < start.AddDays(length); day = day.AddDays(1))
            {
                if (day >= from && day <= to && days.Add(day) && days.Count > MostDays)
                {
                    throw new InvalidDataException($"it has more than {MostDays} holidays in three years");
                }
            }
        }
    }

    private static string Text(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[LargestBytes + 1];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read <= LargestBytes
            ? Encoding.UTF8.GetString(bytes, 0, read)
            : throw new InvalidDataException($"it is larger than {LargestBytes / 1024 / 1024} MB");
    }
}

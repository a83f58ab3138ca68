using System.Globalization;
using System.Text;

namespace Bot.Chat.Schedules;

/// <summary>The words of both languages with which people type a schedule, from the resource files.</summary>
internal static class ScheduleWords
{
    private static readonly Dictionary<string, DayOfWeek> Days = DayNames();
    private static readonly Dictionary<string, string> ZoneAliases = Aliases();
    private static readonly HashSet<string> Everyday = Listed("Schedule.Words.Daily");
    private static readonly HashSet<string> Working = Listed("Schedule.Words.Weekdays");
    private static readonly HashSet<string> Weekend = Listed("Schedule.Words.Weekend");

    public static HashSet<string> Arrival { get; } = Listed("Schedule.Words.Arrival");

    public static HashSet<string> Wait { get; } = Listed("Schedule.Words.Wait");

    public static HashSet<string> Skip { get; } = Listed("Schedule.Words.Skip");

    /// <summary>Words before what is to be done about a late briefing; they may be joined to it.</summary>
    public static HashSet<string> Late { get; } = Listed("Schedule.Words.Late");

    public static HashSet<string> NotOnHolidays { get; } = Listed("Schedule.Words.NotOnHolidays");

    public static HashSet<string> OnHolidays { get; } = Listed("Schedule.Words.OnHolidays");

    public static HashSet<string> Quiet { get; } = Listed("Schedule.Words.Quiet");

    public static HashSet<string> NeverQuiet { get; } = Listed("Schedule.Words.NeverQuiet");

    public static HashSet<string> Default { get; } = Listed("Schedule.Words.Default");

    private static HashSet<string> Tell { get; } = Listed("Schedule.Words.Tell");

    /// <summary>Longest first, as one may end with another.</summary>
    private static List<string> Minutes { get; } = [.. Listed("Schedule.Words.Minutes").OrderByDescending(mark => mark.Length)];

    private static HashSet<string> Morning { get; } = Listed("Schedule.Words.Morning");

    private static HashSet<string> Afternoon { get; } = Listed("Schedule.Words.Afternoon");

    /// <summary>A word in one spelling: full width and capitals do not matter.</summary>
    public static string Key(string word) => word.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Whether a word of days means the working days, of which holidays are none.</summary>
    public static bool IsWorkingDays(string word) => Working.Contains(word);

    /// <summary>The zone that a customary name stands for; the word itself if it is none.</summary>
    public static string ZoneOf(string word) => ZoneAliases.GetValueOrDefault(word, word);

    /// <summary><c>mon,wed</c>, <c>mon-fri</c>, every day, working days, or weekday signs in a row; null for anything else.</summary>
    public static IReadOnlyList<DayOfWeek>? DaysOf(string word)
    {
        if (Everyday.Contains(word))
        {
            return Schedule.Week;
        }

        if (Working.Contains(word))
        {
            return Schedule.WorkingDays;
        }

        if (Weekend.Contains(word))
        {
            return [DayOfWeek.Saturday, DayOfWeek.Sunday];
        }

        var days = new HashSet<DayOfWeek>();
        foreach (var part in word.Split([',', ';', '/', '+', '\u3001', '\u30FB', '\uFF65'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (PartOf(part) is not { } some)
            {
                return null;
            }

            days.UnionWith(some);
        }

        return days.Count == 0 ? null : [.. Schedule.Week.Where(days.Contains)];
    }

    /// <summary>
    /// <c>tell</c>, <c>20m</c>, <c>20min</c>, also joined to each other: that readers are told when a briefing is late, and after how long;
    /// null for anything else.
    /// </summary>
    public static (bool IsTold, TimeSpan? After)? TellOf(string word)
    {
        var rest = Late.FirstOrDefault(late => word.StartsWith(late, StringComparison.Ordinal)) is { } late ? word[late.Length..] : word;
        var said = Tell.FirstOrDefault(tell => rest.EndsWith(tell, StringComparison.Ordinal));
        rest = said is null ? rest : rest[..^said.Length];
        if (rest.Length == 0)
        {
            return said is null ? null : (true, null);
        }

        var mark = Minutes.Find(mark => rest.EndsWith(mark, StringComparison.Ordinal));
        return mark is not null && int.TryParse(rest[..^mark.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? (true, TimeSpan.FromMinutes(minutes))
            : null;
    }

    /// <summary><c>8:00</c>, <c>8am</c>, and what the other language writes; null for what is no time of day.</summary>
    public static TimeOnly? TimeOf(string word)
    {
        var (rest, half) = HalfOf(word);
        foreach (var mark in Texts.Both("Schedule.Words.Hour").Japanese.Split(' '))
        {
            rest = rest.Replace(mark, ":", StringComparison.Ordinal);
        }

        foreach (var mark in Texts.Both("Schedule.Words.Minute").Japanese.Split(' '))
        {
            rest = rest.Replace(mark, "", StringComparison.Ordinal);
        }

        rest = rest.Replace(Texts.Both("Schedule.Words.HalfPast").Japanese, "30", StringComparison.Ordinal);
        rest = rest.EndsWith(':') ? rest + "00" : rest;
        rest = half is not null && !rest.Contains(':', StringComparison.Ordinal) ? rest + ":00" : rest;
        return TimesOfDay.Parse(rest) is not { } time ? null
            : half is null ? time
            : time.Hour is 0 or > 12 ? null
            : new TimeOnly((time.Hour % 12) + half.Value, time.Minute);
    }

    /// <summary>Whether a word is meant as a time of day, right or wrong: it begins with a digit and has the mark of an hour.</summary>
    public static bool IsLikeTime(string word)
    {
        var (rest, half) = HalfOf(word);
        return rest.Length > 0
            && char.IsAsciiDigit(rest[0])
            && (
                half is not null
                || rest.Contains(':', StringComparison.Ordinal)
                || Texts.Both("Schedule.Words.Hour").Japanese.Split(' ').Any(mark => rest.Contains(mark, StringComparison.Ordinal))
            );
    }

    /// <summary>A word without what says which half of the day it is in, and the hours that begin that half.</summary>
    private static (string Time, int? Half) HalfOf(string word)
    {
        foreach (var (marks, half) in new[] { (Morning, 0), (Afternoon, 12) })
        {
            foreach (var mark in marks)
            {
                if (word.Length > mark.Length && word.StartsWith(mark, StringComparison.Ordinal))
                {
                    return (word[mark.Length..], half);
                }

                if (word.Length > mark.Length && word.EndsWith(mark, StringComparison.Ordinal))
                {
                    return (word[..^mark.Length], half);
                }
            }
        }

        return (word, null);
    }

    private static IReadOnlyList<DayOfWeek>? PartOf(string part)
    {
        if (Days.TryGetValue(part, out var one))
        {
            return [one];
        }

        if (
            part.Split(QuietHours.Dashes, 2) is [var from, var to]
            && Days.TryGetValue(from, out var first)
            && Days.TryGetValue(to, out var last)
        )
        {
            var start = ((int)first + 6) % 7;
            return [.. Enumerable.Range(start, ((((int)last + 6) % 7) - start + 7) % 7 + 1).Select(index => Schedule.Week[index % 7])];
        }

        return part.All(sign => Days.ContainsKey(sign.ToString())) ? [.. part.Select(sign => Days[sign.ToString()])] : null;
    }

    private static Dictionary<string, DayOfWeek> DayNames()
    {
        var days = new Dictionary<string, DayOfWeek>();
        foreach (var day in Schedule.Week)
        {
            var names = Texts.Both("Weekdays");
            foreach (var text in new[] { names.Japanese, names.English })
            {
                var name = Key(text.Split(' ')[(int)day]);
                days.TryAdd(name, day);
                foreach (var ending in Texts.Both("Schedule.Words.DayEndings").Japanese.Split(' '))
                {
                    days.TryAdd(name + ending, day);
                }
            }

            days.TryAdd(Key(day.ToString()), day);
        }

        return days;
    }

    private static Dictionary<string, string> Aliases()
    {
        var aliases = new Dictionary<string, string>();
        foreach (var pair in Listed("Schedule.Words.Zones", isKey: false))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            aliases.TryAdd(Key(pair[..at]), pair[(at + 1)..]);
        }

        return aliases;
    }

    private static HashSet<string> Listed(string key, bool isKey = true)
    {
        var both = Texts.Both(key);
        return [.. both.Japanese.Split(' ').Concat(both.English.Split(' ')).Select(word => isKey ? Key(word) : word)];
    }
}

using Bot.Briefings.Text;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Bot.Briefings.Dates;

/// <summary>The day a briefing covers: from the title, else the front matter, else the lead.</summary>
internal static class BriefingDate
{
    public static DateOnly? Find(string? title, MarkdownDocument document, string? lead, out bool fromTitle)
    {
        var inTitle = Dates(title);
        var full = inTitle.FirstOrDefault(date => date.IsFull);
        fromTitle = full.IsFull;
        if (fromTitle)
        {
            return full.ToDate();
        }

        var elsewhere = new List<FoundDate>();
        foreach (var text in (string?[])[FrontMatter(document), lead])
        {
            var dates = Dates(text);
            elsewhere.AddRange(dates);
            full = dates.FirstOrDefault(date => date.IsFull);
            if (full.IsFull)
            {
                return full.ToDate();
            }
        }

        // Day and year in different places: a title of 1月6日 over a lead that speaks of 2026年.
        var all = inTitle.Concat(elsewhere).ToList();
        var day = all.FirstOrDefault(date => date is { Month: not null, Day: not null });
        var year = all.FirstOrDefault(date => date.Year is not null);
        return day.Day is { } d && day.Month is { } m && year.Year is { } y && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static List<FoundDate> Dates(string? text)
    {
        const int Longest = 4000;
        return text is null ? [] : DateScanner.FindAll(Folding.Fold(text.Length > Longest ? text[..Longest] : text));
    }

    /// <summary>The lines whose key speaks of a date, that named date first.</summary>
    private static string? FrontMatter(MarkdownDocument document)
    {
        if (document.Count == 0 || document[0] is not YamlFrontMatterBlock yaml)
        {
            return null;
        }

        var lines = yaml.Lines.ToString().Split('\n');
        return string.Join('\n', lines.Where(IsDate).OrderBy(line => line.StartsWith("date", StringComparison.OrdinalIgnoreCase) ? 0 : 1));
    }

    private static bool IsDate(string line)
    {
        var key = line.Split(':', '：')[0].Trim();
        return key.Contains("date", StringComparison.OrdinalIgnoreCase) || key.Contains('日') || key.Equals("day", StringComparison.OrdinalIgnoreCase)
            || key.Equals("title", StringComparison.OrdinalIgnoreCase) || key.Contains("published", StringComparison.OrdinalIgnoreCase);
    }
}

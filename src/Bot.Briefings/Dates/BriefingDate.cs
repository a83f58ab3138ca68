using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Syntax;

namespace Bot.Briefings.Dates;

/// <summary>The day a briefing covers: from the title, or else the front matter, a date line or the lead, or the byline.</summary>
internal sealed class BriefingDate(ReadingContext context)
{
    private const int Longest = 4_000;

    /// <summary>A line with a date and little else.</summary>
    private const int LongestDateLine = 60;

    public DateOnly? Find(Outline outline, FrontMatter? front, out bool fromTitle)
    {
        var inTitle = Dates(outline.Title);
        var full = inTitle.FirstOrDefault(date => date.IsFull);
        fromTitle = full.IsFull;
        if (fromTitle)
        {
            return full.ToDate();
        }

        var elsewhere = new List<FoundDate>();
        foreach (var text in Places(outline, front))
        {
            var dates = Dates(text);
            elsewhere.AddRange(dates);
            full = dates.FirstOrDefault(date => date.IsFull);
            if (full.IsFull)
            {
                return full.ToDate();
            }
        }

        // Day and year in different places: a title with 1月6日 above a lead that mentions 2026年.
        var all = inTitle.Concat(elsewhere).ToList();
        var day = all.FirstOrDefault(date => date is { Month: not null, Day: not null });
        var year = all.FirstOrDefault(date => date.Year is not null);
        return day.Day is { } d && day.Month is { } m && year.Year is { } y && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;
    }

    private IEnumerable<string?> Places(Outline outline, FrontMatter? front)
    {
        yield return front is null
            ? null
            : string.Join(
                '\n',
                front
                    .Values.Where(pair => IsDate(pair.Key))
                    .OrderBy(pair => pair.Key.StartsWith("date", StringComparison.Ordinal) ? 0 : 1)
                    .Select(pair => pair.Value)
            );
        var opening = outline.Opening.Where(block => block is not (CodeBlock or HtmlBlock)).Select(context.Plain).ToList();
        foreach (var line in opening.Where(text => text.Length <= LongestDateLine).Append(outline.Lead).Concat(opening))
        {
            yield return line;
        }

        foreach (var block in outline.Loose.OfType<ParagraphBlock>().Where(block => !LooseEnds.IsNotes(block)))
        {
            yield return context.Plain(block);
        }
    }

    private static List<FoundDate> Dates(string? text) =>
        text is null ? [] : DateScanner.FindAll(Folding.Fold(text.Length > Longest ? text[..Longest] : text));

    private static bool IsDate(string key) =>
        key == "title" || DateWords.Default.Keys.Any(word => key.Contains(word, StringComparison.Ordinal));
}

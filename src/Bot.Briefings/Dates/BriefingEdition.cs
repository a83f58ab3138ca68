using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Dates;

/// <summary>The edition of a day: a word next to the date (夕刊, evening), or what the front matter says.</summary>
internal static class BriefingEdition
{
    /// <summary>Maximum characters between the date and a word next to it.</summary>
    private const int Near = 6;

    private const int LongestName = 32;

    public static string Of(string? title, FrontMatter? front, string? fileName, Vocabulary vocabulary)
    {
        if (front?.Value("edition") is { } said)
        {
            return vocabulary.Editions.IsWhole(Folding.Fold(said), out var known) ? known! : Slug(said);
        }

        var named = title is null ? "" : In(title, vocabulary);
        return named.Length > 0 || fileName is null ? named : BriefingFileName.Edition(fileName, vocabulary);
    }

    /// <summary>The word next to the first date in a text; empty if there is none.</summary>
    public static string In(string text, Vocabulary vocabulary)
    {
        var folded = Folding.Fold(text);
        foreach (var date in DateScanner.FindAll(folded).Where(date => date is { Month: not null, Day: not null }))
        {
            foreach (var hit in vocabulary.Editions.FindAll(folded))
            {
                var between =
                    hit.Start >= date.End ? folded[date.End..hit.Start]
                    : hit.End <= date.Start ? folded[hit.End..date.Start]
                    : null;
                if (between is not null && between.Length <= Near)
                {
                    return hit.Value;
                }
            }
        }

        return "";
    }

    private static string Slug(string text)
    {
        var slug = string.Concat(Folding.Fold(text.Trim()).Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
        return slug.Length > LongestName ? slug[..LongestName].Trim('-') : slug;
    }
}

using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding;

/// <summary>Finds the letter of a series in folded text: Series B, Bラウンド, B轮, or a single letter where only a stage is possible.</summary>
internal sealed class SeriesScanner(Vocabulary vocabulary)
{
    /// <summary>Maximum characters of a letter with its marks: A+++, B-2.</summary>
    private const int MostMarks = 7;

    public (string? Stage, int Start, int End) Find(string folded, bool isCell)
    {
        var named = AfterWord(folded);
        if (named.Stage is null)
        {
            named = BeforeWord(folded, isCell);
        }

        if (named.Stage is not null || !isCell)
        {
            return named;
        }

        var letter = folded.AsSpan().Trim();
        return IsAlone(letter) ? ("series-" + letter[0], 0, folded.IndexOf(letter[0], StringComparison.Ordinal) + 1) : (null, 0, 0);
    }

    /// <summary>$1.2B (C): a letter in brackets next to an amount.</summary>
    public static string? InBrackets(string folded)
    {
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : folded.IndexOf(')', open);
        return close > open && IsAlone(folded.AsSpan(open + 1, close - open - 1).Trim())
            ? "series-" + folded.AsSpan(open + 1).TrimStart()[0]
            : null;
    }

    private const string Joints = " -\u30FB";

    private (string? Stage, int Start, int End) AfterWord(string folded)
    {
        for (var from = 0; vocabulary.SeriesWords.TryFind(folded, from, out var hit); from = hit.End)
        {
            var at = hit.End;
            while (at < folded.Length && folded[at] is ' ' or '-' or '\u30FB' or ':' or '「' or '"')
            {
                at++;
            }

            // "round a year later" has an article, "Series A" a letter.
            var article = folded[hit.Start] == 'r' && at < folded.Length && folded[at] == 'a';
            if (IsLetter(folded, at) && !article && !IsPre(folded, hit.Start))
            {
                return ("series-" + folded[at], hit.Start, at + 1);
            }
        }

        return (null, 0, 0);
    }

    private (string? Stage, int Start, int End) BeforeWord(string folded, bool isCell)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            if (!IsLetter(folded, at) || (at > 0 && char.IsAsciiLetterOrDigit(folded[at - 1])) || IsPre(folded, at))
            {
                continue;
            }

            var next = at + 1;
            while (next < folded.Length && (folded[next] is '-' or '+' || char.IsAsciiDigit(folded[next])) && next < at + MostMarks)
            {
                next++;
            }

            if (
                (
                    vocabulary.SeriesSuffixes.TryMatch(folded, next, out _)
                    || (next < folded.Length && folded[next] == ' ' && vocabulary.SeriesSuffixes.TryMatch(folded, next + 1, out _))
                )
                // "a round" is an article, not a series, unless it is all there is.
                && (folded[at] != 'a' || folded.AsSpan(next).TrimStart()[0] > '\u007F' || isCell)
            )
            {
                return ("series-" + folded[at], at, at + 1);
            }
        }

        return (null, 0, 0);
    }

    /// <summary>プレシリーズA, Pre-B轮.</summary>
    private bool IsPre(string folded, int at)
    {
        var before = folded.AsSpan(0, at).TrimEnd(Joints);
        if (vocabulary.SeriesWords.TryMatchBefore(before, before.Length, out var word))
        {
            // プレシリーズAラウンド: the word before the letter.
            before = before[..word.Start].TrimEnd(Joints);
        }

        return vocabulary.PreSeries.TryMatchBefore(before, before.Length, out _);
    }

    private static bool IsAlone(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 3
        && char.IsAsciiLetterLower(text[0])
        && (text.Length == 1 || text[1] is '+' or '-' || char.IsAsciiDigit(text[1]))
        && !(text.Length == 3 && char.IsAsciiLetter(text[2]));

    private static bool IsLetter(string folded, int at) =>
        at < folded.Length && char.IsAsciiLetterLower(folded[at]) && !(at + 1 < folded.Length && char.IsAsciiLetter(folded[at + 1]));
}

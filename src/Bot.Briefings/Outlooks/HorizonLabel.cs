using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Outlooks;

/// <summary>A horizon's label at the start of a text: 短期（〜1年）, Medium term (1-3 years), 今後6〜12か月, 3年以降.</summary>
/// <param name="End">Index after the label, its bracket, tail words and colon.</param>
/// <param name="Text">As written, without the colon.</param>
/// <param name="HasColon">A colon or dash separates the label from what follows.</param>
/// <param name="Duration">The time named by the label, if any.</param>
/// <param name="IsWord">The label opens with a word for the horizon, not just with a length of time.</param>
internal sealed record HorizonLabel(Horizon Horizon, string Text, int End, bool HasColon, Duration? Duration, bool IsWord)
{
    private const int LongestBracket = 40;

    /// <summary>Room for an emoji or a number before the bold text.</summary>
    private const int LongestOpening = 8;

    /// <summary>A label is among the first words.</summary>
    public const int Longest = 160;

    /// <summary>The label that opens an entry's text, or null. A line feed ends its line.</summary>
    public static HorizonLabel? Of(EntryText text, Vocabulary vocabulary, int? year)
    {
        var end = text.Text.IndexOf('\n') is >= 0 and var feed ? feed : text.Text.Length;
        var bold =
            text.Bold is [var run, ..] && run.Start <= LongestOpening && run.End <= end
                ? text.Text.AsSpan(0, run.End).TrimEnd(". ").Length
                : 0;
        return At(text.Text[..Math.Min(end, Longest)], vocabulary, year, bold);
    }

    /// <summary>The label that opens <paramref name="plain"/>, or null.</summary>
    /// <param name="boldEnd">Length of the bold words that open the text: a separate bold run is a label even without a colon.</param>
    public static HorizonLabel? At(string plain, Vocabulary vocabulary, int? year, int boldEnd = 0)
    {
        var opening = plain.Length > Longest ? plain[..Longest] : plain;
        var folded = Folding.Fold(opening);
        if (folded.Length != opening.Length)
        {
            return null;
        }

        var start = 0;
        while (start < folded.Length && !char.IsLetterOrDigit(folded[start]) && folded[start] is not ('~' or '<' or '>'))
        {
            start++;
        }

        // "1. 短期" numbers the label.
        var numbered = start;
        while (numbered < folded.Length && char.IsAsciiDigit(folded[numbered]))
        {
            numbered++;
        }

        if (numbered > start && numbered + 1 < folded.Length && folded[numbered] is '.' or ')' && folded[numbered + 1] == ' ')
        {
            start = numbered + 2;
        }

        Duration? duration = null;
        Horizon horizon;
        int end;
        var isWord = vocabulary.Horizons.TryMatch(folded, start, out var word);
        if (isWord)
        {
            (horizon, end) = (word.Value, word.End);
        }
        else if (Duration.At(folded, start, vocabulary, year) is { } length)
        {
            duration = length;
            (horizon, end) = (length.Horizon, length.End);
        }
        else
        {
            return null;
        }

        SkipTails(folded, ref end, vocabulary, brackets: true);
        if (end < folded.Length && folded[end] is '(' or '[' or '【' or '〔')
        {
            var close = folded.AsSpan(end).IndexOfAny(")]】〕".AsSpan());
            if (close is > 0 and <= LongestBracket)
            {
                duration ??= Duration.In(folded.Substring(end + 1, close - 1), vocabulary, year);
                end += close + 1;
            }
        }
        else if (duration is null)
        {
            var next = end;
            SkipSpaces(folded, ref next);
            if (Duration.At(folded, next, vocabulary, year) is { } bare && bare.End - end <= LongestBracket)
            {
                (duration, end) = (bare, bare.End);
            }
            else if (Parted(folded, start, next, vocabulary, year, boldEnd) is { } parted)
            {
                (duration, end) = (parted, parted.End);
            }
        }

        var labelEnd = end;
        SkipTails(folded, ref end, vocabulary, brackets: false);
        labelEnd = Math.Max(labelEnd, end);
        var closes = IsBracketed(folded, start, labelEnd);
        end = closes ? labelEnd + 1 : end;
        if (closes && duration is null && BehindBracket(folded, end, vocabulary, year) is { } behind)
        {
            (duration, end, labelEnd, start) = (behind, behind.End, behind.End, start - 1);
        }

        var hasColon = SkipColon(folded, ref end) || closes;
        if (!hasColon && labelEnd < folded.Length && labelEnd != boldEnd && Runs(folded, start, labelEnd, vocabulary))
        {
            return null;
        }

        return new HorizonLabel(horizon, plain[start..labelEnd].Trim(), end, hasColon, duration, isWord);
    }

    /// <summary>中期 — 1〜2年: a dash or comma separates the word from its duration, and a colon or dash ends both.</summary>
    private static Duration? Parted(string folded, int start, int at, Vocabulary vocabulary, int? year, int boldEnd)
    {
        if (at >= folded.Length || folded[at] is not (':' or '—' or '–' or '―' or '─' or '-' or '\u30FB' or '、' or ',' or '/' or '|'))
        {
            return null;
        }

        do
        {
            at++;
        } while (at < folded.Length && folded[at] is ' ' or '—' or '–' or '―' or '─' or '-');
        if (Duration.At(folded, at, vocabulary, year) is not { } duration || duration.End - at > LongestBracket)
        {
            return null;
        }

        var end = duration.End;
        SkipSpaces(folded, ref end);
        return end == boldEnd || duration.End == boldEnd || IsBracketed(folded, start, end) ? duration
            : at > 0 && folded.AsSpan(0, at).TrimEnd().EndsWith(":") ? null
            : end == folded.Length || folded[end] is ':' or '—' or '–' or '―' or '─' or '|' ? duration
            : null;
    }

    /// <summary>【短期】半年以内：文: a time between the bracket and a colon is part of the label.</summary>
    private static Duration? BehindBracket(string folded, int at, Vocabulary vocabulary, int? year)
    {
        SkipSpaces(folded, ref at);
        if (Duration.At(folded, at, vocabulary, year) is not { } duration || duration.End - at > LongestBracket)
        {
            return null;
        }

        var end = duration.End;
        SkipTails(folded, ref end, vocabulary, brackets: false);
        SkipSpaces(folded, ref end);
        return end < folded.Length && folded[end] == ':' ? duration with { End = end } : null;
    }

    /// <summary>【短期】, [Long term]: brackets around the label replace a colon.</summary>
    private static bool IsBracketed(string folded, int start, int end) =>
        start > 0
        && end < folded.Length
        && (folded[start - 1], folded[end])
            is
                ('【', '】')
                or
                ('[', ']')
                or
                ('〔', '〕')
                or
                ('「', '」')
                or
                ('(', ')')
                or
                ('<', '>')
                or
                ('《', '》')
                or
                ('〈', '〉');

    /// <summary>短期間で is a different word; a bare "long" before a word is an adjective (long context), "long term" a label.</summary>
    private static bool Runs(string folded, int start, int end, Vocabulary vocabulary) =>
        (
            folded[end] is not (' ' or '、' or ',' or '。')
            && (char.IsLetterOrDigit(folded[end]) || folded[end] is '-' or '\u30FC')
            && !Joined(folded, end, vocabulary)
        )
        || (
            folded[end] == ' '
            && end + 1 < folded.Length
            && char.IsAsciiLetterLower(folded[end + 1])
            && char.IsAsciiLetter(folded[start])
            && !folded.AsSpan(start, end - start).Contains("term", StringComparison.Ordinal)
        );

    /// <summary>Text directly after a bracket or a tail word belongs to the entry, not the label.</summary>
    private static bool Joined(string folded, int end, Vocabulary vocabulary) =>
        folded[end - 1] is ')' or ']' or '】' || vocabulary.HorizonTails.TryMatchBefore(folded, end, out _);

    private static void SkipTails(string folded, ref int end, Vocabulary vocabulary, bool brackets)
    {
        while (true)
        {
            var at = end;
            SkipSpaces(folded, ref at);
            if (!vocabulary.HorizonTails.TryMatch(folded, at, out var tail))
            {
                break;
            }

            end = tail.End;
        }

        if (brackets)
        {
            var at = end;
            SkipSpaces(folded, ref at);
            if (at < folded.Length && folded[at] is '(' or '[' or '【' or '〔')
            {
                end = at;
            }
        }
    }

    private static bool SkipColon(string folded, ref int end)
    {
        var at = end;
        SkipSpaces(folded, ref at);
        var found = false;
        while (
            at < folded.Length
            && folded[at] is ':' or '、' or ',' or '—' or '–' or '―' or '─' or '|' or '｜' or '-' or '→' or '…' or '/' or ' ' or '.'
        )
        {
            found |= folded[at] is not (' ' or '、' or ',');
            at++;
        }

        end = at;
        return found;
    }

    private static void SkipSpaces(string folded, ref int at)
    {
        while (at < folded.Length && folded[at] == ' ')
        {
            at++;
        }
    }
}

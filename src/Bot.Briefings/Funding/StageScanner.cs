using System.Buffers;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Finds the stage of a round in folded text.</summary>
internal sealed class StageScanner(Vocabulary vocabulary)
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("。、,;/|\n");

    /// <summary>The stage a cell of a stage column, or the words beside an amount, state.</summary>
    public string? InCell(string folded) => Find(folded, vocabulary.Stages, wholeLetter: true);

    /// <summary>The stage that running prose states; words such as growth count only beside what makes them a round.</summary>
    public string? InProse(string folded) => Find(folded, vocabulary.StagesInProse, wholeLetter: false);

    private string? Find(string folded, Lexicon<string> words, bool wholeLetter)
    {
        var (stage, at, end) = Series(folded, wholeLetter);
        if (words.TryFind(folded, 0, out var hit) && (stage is null || hit.Start < at))
        {
            (stage, at, end) = (hit.Value, hit.Start, hit.End);
        }

        if (stage is null || !(stage == "seed" || stage == "pre-seed" || stage.StartsWith("series-", StringComparison.Ordinal)))
        {
            return stage;
        }

        const int Near = 24;
        var tail = folded.AsSpan(end, Math.Min(Near, folded.Length - end));
        var cut = tail.IndexOfAny(ClauseEnds);
        tail = cut >= 0 ? tail[..cut] : tail;
        var head = folded.AsSpan(Math.Max(0, at - Near), Math.Min(Near, at));
        head = head[(head.LastIndexOfAny(ClauseEnds) + 1)..];
        return vocabulary.ExtensionWords.Contains(tail) || (tail.Length > 0 && tail[0] == '+') || Extends(head) ? stage + "-extension" : stage;
    }

    /// <summary>English says it first: extended its seed round, an extension of its Series B.</summary>
    private bool Extends(ReadOnlySpan<char> head) =>
        vocabulary.ExtensionWords.TryFind(head, 0, out var word) && char.IsAsciiLetter(head[word.Start]) && !head[word.End..].ContainsAnyInRange('0', '9');

    private (string? Stage, int Start, int End) Series(string folded, bool wholeLetter)
    {
        for (var from = 0; vocabulary.SeriesWords.TryFind(folded, from, out var hit); from = hit.End)
        {
            var at = hit.End;
            while (at < folded.Length && folded[at] is ' ' or '-' or '・' or ':' or '「' or '"')
            {
                at++;
            }

            if (IsLetter(folded, at) && !IsPre(folded, hit.Start))
            {
                return ("series-" + folded[at], hit.Start, at + 1);
            }
        }

        for (var at = 0; at < folded.Length; at++)
        {
            if (IsLetter(folded, at) && (at == 0 || !char.IsAsciiLetterOrDigit(folded[at - 1])))
            {
                var next = at + 1;
                while (next < folded.Length && (folded[next] is '-' or '+' || char.IsAsciiDigit(folded[next])) && next < at + 3)
                {
                    next++;
                }

                if (vocabulary.SeriesSuffixes.TryMatch(folded, next, out _)
                    || (next < folded.Length && folded[next] == ' ' && vocabulary.SeriesSuffixes.TryMatch(folded, next + 1, out _)))
                {
                    // "a round" is an article, not a series, unless it is all there is.
                    if (folded[at] != 'a' || folded.AsSpan(next).TrimStart()[0] > '\u007F' || wholeLetter)
                    {
                        return ("series-" + folded[at], at, at + 1);
                    }
                }
            }
        }

        var trimmed = folded.AsSpan().Trim();
        return wholeLetter && trimmed.Length is > 0 and <= 3 && char.IsAsciiLetterLower(trimmed[0])
            && (trimmed.Length == 1 || trimmed[1] is '+' or '-' || char.IsAsciiDigit(trimmed[1]))
            ? ("series-" + trimmed[0], 0, folded.IndexOf(trimmed[0], StringComparison.Ordinal) + 1) : (null, 0, 0);
    }

    private static bool IsLetter(string folded, int at) =>
        at < folded.Length && char.IsAsciiLetterLower(folded[at]) && !(at + 1 < folded.Length && char.IsAsciiLetter(folded[at + 1]));

    /// <summary>プレシリーズA is no Series A.</summary>
    private static bool IsPre(string folded, int at)
    {
        var before = folded.AsSpan(0, at).TrimEnd(" -・");
        return before.EndsWith("プレ") || before.EndsWith("pre");
    }
}

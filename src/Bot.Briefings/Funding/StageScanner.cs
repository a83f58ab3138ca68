using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Finds the stage of a round in folded text. A stage's word inside another word (ドローン, 金融資産) does not count.</summary>
internal sealed class StageScanner(Vocabulary vocabulary)
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("。、,;/|\n");

    private readonly SeriesScanner _series = new(vocabulary);

    /// <summary>The stage stated in a cell of a stage column, or in the words next to an amount.</summary>
    public string? InCell(string folded)
    {
        var masked = Mask(folded);
        return IsSum(masked) ? null : Find(masked, vocabulary.Stages, isCell: true, null) ?? SeriesScanner.InBrackets(masked);
    }

    /// <summary>The stage stated in running prose; words such as growth count only next to a word that makes them a round.</summary>
    /// <param name="besides">Stages stated by other words of the text (acquisition, ipo).</param>
    public string? InProse(string folded, params ReadOnlySpan<string> besides) =>
        Find(Mask(folded), vocabulary.StagesInProse, isCell: false, besides.ToArray());

    private string? Find(string folded, Lexicon<string> words, bool isCell, string[]? besides)
    {
        var (stage, at, end) = _series.Find(folded, isCell);
        for (var from = 0; words.TryFind(folded, from, out var hit); from = hit.End)
        {
            if (stage is not null && hit.Start >= at)
            {
                break;
            }

            if (besides?.Contains(hit.Value) != true && IsApart(folded, hit.Start, hit.End))
            {
                (stage, at, end) = (hit.Value, hit.Start, hit.End);
                break;
            }
        }

        return IsNamedRound(stage) && IsExtension(folded, at, end) ? stage + "-extension" : stage;
    }

    /// <summary>Whether a stage is one of the rounds of shares that follow each other by name: pre-seed, seed, series A and on.</summary>
    public static bool IsNamedRound([NotNullWhen(true)] string? stage) =>
        stage is "seed" or "pre-seed" || stage?.StartsWith("series-", StringComparison.Ordinal) == true;

    private bool IsExtension(string folded, int at, int end)
    {
        const int Near = 24;
        var tail = folded.AsSpan(end, Math.Min(Near, folded.Length - end));
        var cut = tail.IndexOfAny(ClauseEnds);
        tail = cut >= 0 ? tail[..cut] : tail;
        var head = folded.AsSpan(Math.Max(0, at - Near), Math.Min(Near, at));
        head = head[(head.LastIndexOfAny(ClauseEnds) + 1)..];
        return vocabulary.ExtensionWords.Contains(tail)
            || (tail.Length > 0 && tail[0] == '+')
            || vocabulary.Financing.More.TryMatch(tail, 0, out _)
            || Extends(head);
    }

    /// <summary>English puts it first: extended its seed round, an extension of its Series B.</summary>
    private bool Extends(ReadOnlySpan<char> head) =>
        vocabulary.ExtensionWords.TryFind(head, 0, out var word)
        && char.IsAsciiLetter(head[word.Start])
        && !head[word.End..].ContainsAnyInRange('0', '9');

    /// <summary>Katakana continues in another word (ドローン, ローンチ), unless that word may accompany a stage (シードラウンド).</summary>
    private bool IsApart(string folded, int start, int end) =>
        !(
            Folding.IsKatakana(folded[start])
            && start > 0
            && Folding.IsKatakana(folded[start - 1])
            && !vocabulary.StageCompanions.TryMatchBefore(folded, start, out _)
        )
        && !(
            Folding.IsKatakana(folded[end - 1])
            && end < folded.Length
            && Folding.IsKatakana(folded[end])
            && !vocabulary.StageCompanions.TryMatch(folded, end, out _)
        );

    /// <summary>Seed+A, シードとシリーズA: two rounds in one amount have no single stage.</summary>
    private bool IsSum(string folded)
    {
        var plus = folded.IndexOf('+', StringComparison.Ordinal);
        return plus > 0
            && plus + 1 < folded.Length
            && Find(folded[..plus], vocabulary.Stages, isCell: true, null) is not null
            && (Find(folded[(plus + 1)..].TrimEnd(')', ' '), vocabulary.Stages, isCell: true, null) is not null);
    }

    /// <summary>The text with spaces instead of words in which a stage's word means something else.</summary>
    private string Mask(string folded)
    {
        var traps = vocabulary.StageTraps.FindAll(folded);
        if (traps.Count == 0)
        {
            return folded;
        }

        var chars = folded.ToCharArray();
        foreach (var trap in traps)
        {
            chars.AsSpan(trap.Start, trap.Length).Fill(' ');
        }

        return new string(chars);
    }
}

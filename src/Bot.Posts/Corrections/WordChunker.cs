using System.Text.RegularExpressions;
using Bot.Briefings.Text;
using DiffPlex;

namespace Bot.Posts.Corrections;

/// <summary>
/// Divides a text into whole words and figures. A figure keeps its unit (12億円, 3社, 15%); Japanese, which has no blanks, divides where its
/// scripts change.
/// </summary>
internal sealed partial class WordChunker : IChunker
{
    /// <summary>十百千万億兆, between a figure and its unit.</summary>
    private const string Magnitude = @"[\u5341\u767E\u5343\u4E07\u5104\u5146]";

    /// <summary>〇一二三四五六七八九.</summary>
    private const string KanjiDigit = @"[\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D]";

    private const string Unit = @"(?:[%％]|[A-Za-z]{1,3}|[\p{IsCJKUnifiedIdeographs}]|[\p{IsKatakana}]{1,4})?";

    public static WordChunker Instance { get; } = new();

    public IReadOnlyList<string> Chunk(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    /// <summary>Kanji alone: the beginning of a word that may go on in hiragana.</summary>
    public static bool IsStem(string word) => word.All(letter => letter is >= '\u4E00' and <= '\u9FFF') && !Figure().IsMatch(word);

    public static bool IsEnding(string word) => Folding.IsHiragana(word[0]);

    [GeneratedRegex("^" + KanjiDigit, RegexOptions.NonBacktracking)]
    private static partial Regex Figure();

    [GeneratedRegex(
        @"[$€£¥￥]?\p{Nd}(?:[\p{Nd}.,，．]*\p{Nd})?"
            + Magnitude
            + "*"
            + Unit
            + "|"
            + KanjiDigit
            + "(?:"
            + KanjiDigit
            + "|"
            + Magnitude
            + ")*"
            + Unit
            + @"|[\p{IsBasicLatin}\p{IsLatin-1Supplement}-[\W_\d]][\w'’.-]*|\p{IsKatakana}+|\p{IsHiragana}+|\p{IsHangulSyllables}+|\p{IsCJKUnifiedIdeographs}+|\s+|.",
        RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Word();
}

using System.Globalization;
using System.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>
/// How long a briefing takes to read (messages.md, rule 5): 550 characters a minute where it is written in Japanese, Chinese or Korean, with all
/// the Latin names in it; 230 words a minute otherwise. Plain text counts, with blanks and headings; markup, citation marks and references do not.
/// </summary>
/// <param name="Characters">Unicode scalar values.</param>
/// <param name="Ideographs">Kana, kanji and hangul among them.</param>
/// <param name="Words">Runs of letters and digits of other scripts.</param>
public readonly record struct ReadingTime(int Characters, int Ideographs, int Words)
{
    private const int CharactersPerMinute = 550;
    private const int WordsPerMinute = 230;

    /// <summary>From this share on a text is read by the character: names and figures in Latin are many even in Japanese news.</summary>
    private const double LeastIdeographs = 0.2;

    /// <summary>Whole minutes, the begun one included; 0 for no text.</summary>
    public int Minutes =>
        Ideographs >= Characters * LeastIdeographs
            ? (Characters + CharactersPerMinute - 1) / CharactersPerMinute
            : (Words + WordsPerMinute - 1) / WordsPerMinute;

    public static ReadingTime operator +(ReadingTime left, ReadingTime right) =>
        new(left.Characters + right.Characters, left.Ideographs + right.Ideographs, left.Words + right.Words);

    public static ReadingTime Of(IEnumerable<Block> blocks) =>
        blocks.Aggregate(default(ReadingTime), (sum, block) => sum + Of(FlatText.Plain(block)));

    public static ReadingTime Of(ReadOnlySpan<char> text)
    {
        var (characters, ideographs, words, isInWord) = (0, 0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            characters++;
            if (IsIdeograph(rune.Value))
            {
                ideographs++;
                isInWord = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                words += isInWord ? 0 : 1;
                isInWord = true;
            }
            else
            {
                // An apostrophe, a hyphen or a decimal point parts no word.
                isInWord &=
                    rune.Value is '\'' or '’' or '-' or '.' or ',' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
            }
        }

        return new(characters, ideographs, words);
    }

    private static bool IsIdeograph(int value) =>
        value
            is (>= 0x3041 and <= 0x30FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0x20000 and <= 0x3FFFF);
}

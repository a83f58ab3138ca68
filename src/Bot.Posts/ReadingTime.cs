using System.Globalization;
using System.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>
/// How long a briefing takes to read (messages.md, rule 5), by its scripts: 550 characters of Japanese, Chinese or Korean a minute, and 230
/// words of any other. Headings count; markup, citation marks and references do not.
/// </summary>
/// <param name="Characters">Kana, kanji and hangul, with their punctuation.</param>
/// <param name="Words">Runs of other letters and digits.</param>
public readonly record struct ReadingTime(int Characters, int Words)
{
    private const int CharactersPerMinute = 550;
    private const int WordsPerMinute = 230;

    /// <summary>Whole minutes, the begun one included; 0 for no text.</summary>
    public int Minutes => (int)Math.Ceiling(((double)Characters / CharactersPerMinute) + ((double)Words / WordsPerMinute));

    public static ReadingTime operator +(ReadingTime left, ReadingTime right) =>
        new(left.Characters + right.Characters, left.Words + right.Words);

    public static ReadingTime Of(IEnumerable<Block> blocks) =>
        blocks.Aggregate(default(ReadingTime), (sum, block) => sum + Of(FlatText.Plain(block)));

    public static ReadingTime Of(ReadOnlySpan<char> text)
    {
        var (characters, words, isInWord) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsIdeographic(rune.Value))
            {
                characters++;
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

        return new(characters, words);
    }

    private static bool IsIdeographic(int value) =>
        value
            is (>= 0x3001 and <= 0x30FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xFF01 and <= 0xFF0F)
                or (>= 0x20000 and <= 0x3FFFF);
}

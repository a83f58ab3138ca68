using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Posts;

/// <summary>
/// Minutes to read a briefing at 550 characters per minute. Plain text counts, including spaces and headings; markup,
/// citation marks and references do not.
/// </summary>
public static class ReadingTime
{
    private const int CharactersPerMinute = 550;

    public static int Characters(IEnumerable<Block> blocks) => blocks.Sum(block => Characters(FlatText.Plain(block)));

    public static int Characters(ReadOnlySpan<char> text)
    {
        var characters = text.Length;
        foreach (var c in text)
        {
            characters -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return characters;
    }

    /// <summary>Whole minutes, rounded up; 0 for no text.</summary>
    public static int Minutes(int characters) => (characters + CharactersPerMinute - 1) / CharactersPerMinute;
}

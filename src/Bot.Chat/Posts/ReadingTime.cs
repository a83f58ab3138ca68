using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Chat.Posts;

/// <summary>Minutes to read a briefing at 550 characters a minute; blanks and citation marks are not counted, nor are references.</summary>
public static class ReadingTime
{
    private const int CharactersPerMinute = 550;

    public static int Characters(IEnumerable<Block> blocks) =>
        blocks.Sum(block => FlatText.Plain(block).Count(c => !char.IsWhiteSpace(c) && !char.IsLowSurrogate(c)));

    /// <summary>Rounded to the nearest minute, at least 1.</summary>
    public static int Minutes(int characters) => Math.Max(1, (characters + (CharactersPerMinute / 2)) / CharactersPerMinute);
}

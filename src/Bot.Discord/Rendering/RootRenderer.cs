using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Discord.Api;
using Bot.Posts;
using Markdig.Syntax;

namespace Bot.Discord.Rendering;

/// <summary>
/// Renders a thread's root as plain content with a row of buttons: a push notification of a message made of components
/// alone is empty (https://github.com/discord/discord-api-docs/issues/7854). What of the lead has no room opens the thread.
/// </summary>
internal sealed class RootRenderer(ComponentRenderer renderer)
{
    /// <summary>Code points that the root fills; what is left of Discord's 2,000 is for corrections and a mention.</summary>
    internal const int Most = 1800;

    /// <summary>Of which the contents have at most so many.</summary>
    internal const int MostOfContents = 1000;

    /// <returns>The content, and what opens the thread; the latter may be empty.</returns>
    public (string Content, List<Block> Left) Render(Message message)
    {
        var blocks = Nodes.Take(message.Body);
        var at = blocks.FindIndex(block => block is RoleBlock { Role: BlockRole.Contents });
        List<Block> contents = at < 0 ? [] : [Shortened((RoleBlock)blocks[at], Texts.In(message.Locale))];
        var before = blocks[..Math.Max(at, 0)];
        var (taken, rest) = Fits([.. before, .. contents])
            ? (before, [])
            : Beginning.Of(before, some => Fits([.. some, .. contents]), wholeSentences: false);
        List<Block> root = [.. taken, .. contents];
        if (rest.Count == 0)
        {
            // The lead is cut between its sentences; where there is nothing else, anywhere.
            (var more, rest) = Beginning.Of(blocks[(at + 1)..], some => Fits([.. root, .. some]), wholeSentences: root.Count > 0);
            root.AddRange(more);
        }
        else
        {
            rest.AddRange(blocks[(at + 1)..]);
        }

        return (ContentOf(root), rest);
    }

    private static bool IsCorrection(Block block) => block is RoleBlock { Role: BlockRole.Correction };

    private bool Fits(IReadOnlyList<Block> blocks) =>
        Points(ContentOf([.. blocks.Where(block => !IsCorrection(block))])) <= Most
        && (!blocks.Any(IsCorrection) || Points(ContentOf(blocks)) <= DiscordLimits.ContentCharacters - DiscordLimits.MentionCharacters);

    /// <summary>As many lines as there is room for, and how many sections are not among them.</summary>
    private RoleBlock Shortened(RoleBlock contents, Texts texts)
    {
        if (Points(ContentOf([contents])) <= MostOfContents)
        {
            return contents;
        }

        var lines = contents.ToList();
        for (var shown = lines.Count - 1; ; shown--)
        {
            var shorter = Nodes.Role(
                BlockRole.Contents,
                [
                    .. lines.Take(shown).Select(Copy.Of),
                    Nodes.Role(BlockRole.ContentsLine, Nodes.Paragraph(texts.Count("MoreSections", lines.Count - shown))),
                ]
            );
            if (shown == 0 || Points(ContentOf([shorter])) <= MostOfContents)
            {
                return shorter;
            }
        }
    }

    /// <summary>The texts of the blocks; where components would have a line across stands an empty one.</summary>
    private string ContentOf(IReadOnlyList<Block> blocks)
    {
        var parts = renderer.Components(blocks, Links.All).Select(component => component is Component.TextDisplay text ? text.Content : "");
        return string.Join('\n', parts).Trim();
    }

    private static int Points(string text) => text.EnumerateRunes().Count();
}

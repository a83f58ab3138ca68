using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Discord.Api;
using Bot.Posts;
using Markdig.Syntax;

namespace Bot.Discord.Rendering;

/// <summary>
/// Renders a thread's root as plain content with a row of buttons: the push notification for a message made only of components is empty
/// (https://github.com/discord/discord-api-docs/issues/7854). Whatever part of the lead does not fit opens the thread.
/// </summary>
internal sealed class RootRenderer(ComponentRenderer renderer)
{
    /// <summary>Maximum code points of the root; the rest of Discord's 2,000 is for corrections and a mention.</summary>
    internal const int Most = 1800;

    /// <summary>The contents' maximum share of it.</summary>
    internal const int MostOfContents = 1000;

    /// <returns>The content, and what opens the thread, which may be empty.</returns>
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
            // The lead is cut between sentences or, if there is no other way, anywhere.
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

    /// <summary>As many lines as fit, and how many sections are missing from them.</summary>
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

    /// <summary>The texts of the blocks, with an empty line where components would have a horizontal one.</summary>
    private string ContentOf(IReadOnlyList<Block> blocks)
    {
        var parts = renderer.Components(blocks, Links.All).Select(component => component is Component.TextDisplay text ? text.Content : "");
        return string.Join('\n', parts).Trim();
    }

    private static int Points(string text) => text.EnumerateRunes().Count();
}

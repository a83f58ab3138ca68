using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Syntax;

namespace Bot.Discord.Rendering;

/// <summary>
/// A heading is repeated on every part of a message. One that is long is cut, and stands whole as the first paragraph
/// below: its author's words stay whole.
/// </summary>
internal static class LongHeading
{
    public static void Move(MarkdownDocument body)
    {
        if (body.OfType<RoleBlock>().FirstOrDefault(block => block.Role == BlockRole.Headline) is not { } headline
            || headline.OfType<HeadingBlock>().FirstOrDefault() is not { Inline: { } inline }
            || FlatText.Plain(inline) is not { Length: > DiscordLimits.Heading } words)
        {
            return;
        }

        body.Insert(body.IndexOf(headline) + 1, Nodes.Paragraph(Nodes.Take(inline)));
        inline.AppendChild(Nodes.Text(Graphemes.Cut(words, DiscordLimits.Heading)));
    }
}

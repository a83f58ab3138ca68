using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Posts.Funding;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Bot.Web.Rendering;

/// <summary>Writes a role as an element with a class; its look is up to the style sheet.</summary>
/// <param name="anchor">Id of the message's headline, or null.</param>
/// <param name="locale">The frame's language.</param>
internal sealed class RoleBlockRenderer(string? anchor, Locale locale) : HtmlObjectRenderer<RoleBlock>
{
    /// <summary>Level of a section's headline. The page's name is h1, a root's headline h2, an author's heading h4 or below.</summary>
    public const int SectionLevel = 3;

    protected override void Write(HtmlRenderer renderer, RoleBlock block)
    {
        renderer.EnsureLine();
        var outer = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        switch (block.Role)
        {
            case BlockRole.Headline:
                WriteHeadline(renderer, block);
                break;
            case BlockRole.Contents:
                WriteContainer(renderer, block, "ul", "contents");
                break;
            case BlockRole.ContentsLine:
                WriteContentsLine(renderer, block);
                break;
            case BlockRole.Small:
                WriteContainer(renderer, block, "div", "small");
                break;
            case BlockRole.Deck:
                WriteContainer(renderer, block, "div", "deck");
                break;
            case BlockRole.Card:
                WriteContainer(renderer, block, "div", "card");
                break;
            case BlockRole.Rounds:
                foreach (var line in RoundTable.Lines(block, locale))
                {
                    renderer.Write(line);
                }

                break;
            case BlockRole.Sources:
                WriteContainer(renderer, block, "div", "sources");
                break;
            case BlockRole.Correction:
                WriteContainer(renderer, block, "div", "correction");
                break;
            default:
                renderer.WriteChildren(block);
                break;
        }

        renderer.ImplicitParagraph = outer;
    }

    private static void WriteContainer(HtmlRenderer renderer, RoleBlock block, string tag, string name)
    {
        renderer.WriteLine($"<{tag} class=\"{name}\">").WriteChildren(block);
        renderer.EnsureLine();
        renderer.WriteLine($"</{tag}>");
    }

    private void WriteHeadline(HtmlRenderer renderer, RoleBlock block)
    {
        foreach (var child in block)
        {
            if (child is not HeadingBlock heading)
            {
                renderer.Write(child);
                continue;
            }

            var tag = heading.Level < SectionLevel ? "h2" : "h3";
            renderer.Write('<').Write(tag).Write(" class=\"headline\"");
            if (anchor is not null)
            {
                renderer.Write(" id=\"").Write(anchor).Write('"');
            }

            renderer.Write('>').WriteLeafInline(heading).WriteLine($"</{tag}>");
        }
    }

    /// <summary>The heading links to its section; the names below it are small.</summary>
    private static void WriteContentsLine(HtmlRenderer renderer, RoleBlock block)
    {
        renderer.Write("<li>");
        for (var i = 0; i < block.Count; i++)
        {
            if (i == 0 && block[i] is LeafBlock heading)
            {
                // Plain text: a nested link would end this one.
                var words = NodeText.Of(heading);
                renderer.Write("<a href=\"#").Write(SectionAnchor.Of(words)).Write("\">").WriteEscape(words).Write("</a>");
            }
            else if (block[i] is LeafBlock names)
            {
                renderer.Write("<span class=\"names\">").WriteLeafInline(names).Write("</span>");
            }
            else
            {
                renderer.Write(block[i]);
            }
        }

        renderer.WriteLine("</li>");
    }
}

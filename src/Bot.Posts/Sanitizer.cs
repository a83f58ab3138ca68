using Bot.Briefings.Citations;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts;

/// <summary>
/// Makes an author's tree harmless, once for all platforms: no HTML, no images, no links except http, https and mailto,
/// no invisible characters. What remains are headings, paragraphs, lists, quotes, code, rules and tables with text,
/// emphasis, code, links, breaks and citations. Nothing that a reader could see is dropped.
/// </summary>
public static class Sanitizer
{
    /// <summary>
    /// Moves the blocks out of their document and returns them clean, without comments, front matter and link
    /// definitions.
    /// </summary>
    public static List<Block> Clean(IEnumerable<Block> blocks) => [.. Nodes.Take(blocks).Select(Clean).OfType<Block>()];

    /// <summary>Null if the block is not shown.</summary>
    private static Block? Clean(Block block)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup or LinkReferenceDefinition or Markdig.Extensions.Yaml.YamlFrontMatterBlock:
            case HtmlBlock { Type: HtmlBlockType.Comment }:
                return null;
            case HtmlBlock html:
                return Nodes.Paragraph(Lines(html));
            case FencedCodeBlock or CodeBlock:
                var code = (CodeBlock)block;
                code.Lines = new StringLineGroup(Invisible.Drop(code.Lines.ToString()));
                if (code is FencedCodeBlock fenced)
                {
                    fenced.Info = fenced.Info is null ? null : Invisible.Drop(fenced.Info);
                    fenced.Arguments = null;
                }

                return code;
            case ListBlock or ListItemBlock or QuoteBlock or Table or TableRow or TableCell:
                var container = (ContainerBlock)block;
                foreach (var child in Clean((IEnumerable<Block>)container))
                {
                    container.Add(child);
                }

                return container;
            case ContainerBlock other:
                return Nodes.Paragraph(Invisible.Drop(FlatText.Plain(other)));
            case ThematicBreakBlock:
                return block;
            case HeadingBlock or ParagraphBlock:
                Clean(((LeafBlock)block).Inline);
                return block;
            case LeafBlock { Inline: { } inline }:
                Clean(inline);
                return Nodes.Paragraph(Nodes.Take(inline));
            case LeafBlock leaf:
                return Nodes.Paragraph(Lines(leaf));
            default:
                return null;
        }
    }

    /// <summary>Cleans inlines in place.</summary>
    public static void Clean(ContainerInline? container)
    {
        if (container is null)
        {
            return;
        }

        // Replacements are already clean.
        for (var inline = container.FirstChild; inline is not null; )
        {
            var next = inline.NextSibling;
            Clean(inline);
            inline = next;
        }

        if (!IsInLink(container))
        {
            BareAddresses.Link(container);
        }
    }

    private static bool IsInLink(ContainerInline? container) =>
        container is not null && (container is LinkInline || IsInLink(container.Parent));

    private static void Clean(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                if (Invisible.MayBeIn(literal.Content.AsSpan()))
                {
                    literal.Content = new StringSlice(Invisible.Drop(literal.Content.ToString()));
                }

                break;
            case CodeInline code:
                code.Content = Invisible.Drop(code.Content);
                break;
            case LineBreakInline or CitationInline:
                break;
            case HtmlEntityInline entity:
                entity.ReplaceBy(Nodes.Text(Invisible.Drop(entity.Transcoded.ToString())));
                break;
            case HtmlInline html:
                Clean(html);
                break;
            case AutolinkInline auto:
                var address = Invisible.Drop(auto.Url);
                var target = SafeUrl.Of(auto.IsEmail ? "mailto:" + auto.Url : auto.Url);
                auto.ReplaceBy(target is null ? Nodes.Text(address) : Nodes.Link(target, address));
                break;
            case LinkInline link:
                Clean(link);
                break;
            case EmphasisInline emphasis:
                Clean((ContainerInline)emphasis);
                break;
            case ContainerInline container:
                // An unmatched delimiter: its character becomes text, its children stay.
                Clean(container);
                if ((container as DelimiterInline)?.ToLiteral() is { Length: > 0 } opening)
                {
                    Nodes.Before(container, Nodes.Text(opening));
                }

                Nodes.Unwrap(container);
                break;
            default:
                inline.ReplaceBy(Nodes.Text(Invisible.Drop(FlatText.Of(inline))));
                break;
        }
    }

    private static void Clean(HtmlInline html)
    {
        var tag = html.Tag;
        if (tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) && tag.AsSpan(3).TrimEnd('>').Trim(" /") is "")
        {
            html.ReplaceBy(Nodes.Break());
        }
        else if (tag.StartsWith("<!--", StringComparison.Ordinal) || CitationFrame(html))
        {
            html.Remove();
        }
        else
        {
            html.ReplaceBy(Nodes.Text(Invisible.Drop(tag)));
        }
    }

    /// <summary>True for the tags of &lt;sup&gt;[3]&lt;/sup&gt;, which belong to the citation mark.</summary>
    private static bool CitationFrame(HtmlInline html) =>
        html.Tag.ToLowerInvariant() switch
        {
            "<sup>" => html.NextSibling is CitationInline,
            "</sup>" => html.PreviousSibling is CitationInline,
            _ => false,
        };

    private static void Clean(LinkInline link)
    {
        Clean((ContainerInline)link);
        var url = SafeUrl.Of(link.GetDynamicUrl?.Invoke() ?? link.Url);
        if (url is null)
        {
            Nodes.Unwrap(link);
            return;
        }

        var clean = new LinkInline(url, "");
        foreach (var inline in Nodes.Take(link))
        {
            clean.AppendChild(inline);
        }

        if (FlatText.Plain(clean).Length == 0)
        {
            clean.AppendChild(Nodes.Text(new Uri(url).Host is { Length: > 0 } host ? host : url));
        }
        else if (LinkLabel.OtherHost(FlatText.Plain(clean), url) is { } other)
        {
            clean.AppendChild(Nodes.Text($" ({other})"));
        }

        link.ReplaceBy(clean);
    }

    private static IEnumerable<Inline> Lines(LeafBlock leaf)
    {
        var lines = Invisible.Drop(leaf.Lines.ToString()).Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (at > 0)
            {
                yield return Nodes.Break();
            }

            yield return Nodes.Text(lines[at]);
        }
    }
}

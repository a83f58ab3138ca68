using System.Text;
using Bot.Briefings.Citations;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Web.Rendering;

/// <summary>The text of a node without markup, links and citations.</summary>
internal static class NodeText
{
    public static string Of(LeafBlock block)
    {
        var text = new StringBuilder();
        if (block.Inline is { } inlines)
        {
            Append(inlines, text);
        }

        return text.ToString().Trim();
    }

    public static string Of(ContainerBlock block)
    {
        var text = new StringBuilder();
        foreach (var leaf in block.Descendants<LeafBlock>())
        {
            text.Append(text.Length > 0 ? " " : "").Append(Of(leaf));
        }

        return text.ToString().Trim();
    }

    private static void Append(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case HtmlInline html:
                    text.Append(html.Tag);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case CitationInline:
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    Append(delimiter, text);
                    break;
                case ContainerInline inner:
                    Append(inner, text);
                    break;
            }
        }
    }
}

using Bot.Briefings.Citations;
using Bot.Chat.Messages;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Chat.Trees;

/// <summary>Copies clean trees, so that a header row or a heading can appear in several parts.</summary>
public static class Copy
{
    public static Inline Of(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                return new LiteralInline(literal.Content.ToString());
            case CodeInline code:
                return new CodeInline(code.Content) { Delimiter = code.Delimiter, DelimiterCount = code.DelimiterCount };
            case LineBreakInline line:
                return new LineBreakInline { IsHard = line.IsHard };
            case CitationInline citation:
                return new CitationInline
                {
                    Numbers = citation.Numbers,
                    Url = citation.Url,
                    WrittenUrl = citation.WrittenUrl,
                    Sources = citation.Sources,
                };
            case EmphasisInline emphasis:
                return Children(emphasis, Like(emphasis));
            case LinkInline link:
                return Children(link, new LinkInline(link.Url ?? "", ""));
            case ContainerInline container:
                return Children(container, new ContainerInline());
            default:
                return new LiteralInline(FlatText.Of(inline));
        }
    }

    public static Block Of(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                return new HeadingBlock(null!)
                {
                    Level = heading.Level,
                    HeaderChar = '#',
                    Inline = Inlines(heading),
                };
            case ParagraphBlock paragraph:
                return new ParagraphBlock { Inline = Inlines(paragraph) };
            case RoleBlock role:
                return Children(role, new RoleBlock(role.Role));
            case QuoteBlock quote:
                return Children(quote, new QuoteBlock(null!));
            case ListBlock list:
                return Children(list, Like(list));
            case ListItemBlock item:
                return Children(item, new ListItemBlock(null!) { Order = item.Order });
            case Table table:
                return Children(table, Like(table));
            case TableRow row:
                return Children(row, new TableRow { IsHeader = row.IsHeader });
            case TableCell cell:
                return Children(cell, new TableCell());
            case FencedCodeBlock fenced:
                return new FencedCodeBlock(null!)
                {
                    Info = fenced.Info,
                    Lines = new Markdig.Helpers.StringLineGroup(fenced.Lines.ToString()),
                };
            case CodeBlock code:
                return new CodeBlock(null!) { Lines = new Markdig.Helpers.StringLineGroup(code.Lines.ToString()) };
            case ThematicBreakBlock:
                return new ThematicBreakBlock(null!);
            default:
                return Nodes.Paragraph(FlatText.Plain(block));
        }
    }

    /// <summary>A copy of the inlines up to an offset in their flat text.</summary>
    public static ContainerInline Start(ContainerInline inlines, int offset)
    {
        var start = new ContainerInline();
        foreach (var inline in inlines)
        {
            if (offset <= 0)
            {
                break;
            }

            var length = FlatText.Length(inline);
            start.AppendChild(
                inline switch
                {
                    LiteralInline literal when length > offset => new LiteralInline(literal.Content.ToString()[..offset]),
                    EmphasisInline emphasis when length > offset => Into(Start(emphasis, offset), Like(emphasis)),
                    _ => Of(inline),
                }
            );
            offset -= length;
        }

        return start;
    }

    /// <summary>An empty list with the same bullets.</summary>
    public static ListBlock Like(ListBlock list) =>
        new(null!)
        {
            IsOrdered = list.IsOrdered,
            BulletType = list.BulletType,
            OrderedStart = list.OrderedStart,
            DefaultOrderedStart = list.DefaultOrderedStart,
            OrderedDelimiter = list.OrderedDelimiter,
            IsLoose = list.IsLoose,
        };

    /// <summary>An empty table with the same columns.</summary>
    public static Table Like(Table table)
    {
        var twin = new Table();
        twin.ColumnDefinitions.AddRange(table.ColumnDefinitions);
        return twin;
    }

    private static EmphasisInline Like(EmphasisInline emphasis) =>
        new() { DelimiterChar = emphasis.DelimiterChar, DelimiterCount = emphasis.DelimiterCount };

    private static EmphasisInline Into(ContainerInline from, EmphasisInline to)
    {
        foreach (var inline in Nodes.Take(from))
        {
            to.AppendChild(inline);
        }

        return to;
    }

    private static ContainerInline Inlines(LeafBlock leaf) =>
        leaf.Inline is null ? new ContainerInline() : (ContainerInline)Of((Inline)leaf.Inline);

    private static T Children<T>(ContainerInline from, T to)
        where T : ContainerInline
    {
        foreach (var child in from)
        {
            to.AppendChild(Of(child));
        }

        return to;
    }

    private static T Children<T>(ContainerBlock from, T to)
        where T : ContainerBlock
    {
        foreach (var child in from)
        {
            to.Add(Of(child));
        }

        return to;
    }
}

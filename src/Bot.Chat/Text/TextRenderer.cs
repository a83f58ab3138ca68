using System.Globalization;
using System.Text;
using Bot.Briefings.Citations;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Chat.Text;

/// <summary>
/// Renders a message as plain text for a terminal: no markup, citations as <c>[8]</c>, one line per source with its
/// address, tables in columns, buttons as their commands. Does not change the message.
/// </summary>
public static class TextRenderer
{
    public static string Render(Message message)
    {
        var lines = new List<string>();
        Blocks(message.Body, lines, tight: false);
        if (message.Buttons.Count > 0)
        {
            lines.Add("");
            lines.AddRange(message.Buttons.Select(button => $"‹{button.Label}› /{button.Line}"));
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>A part of a message, in the same way.</summary>
    public static string Render(Block block)
    {
        var lines = new List<string>();
        Block(block, lines);
        return string.Join('\n', lines) + "\n";
    }

    private static void Blocks(IEnumerable<Block> blocks, List<string> lines, bool tight)
    {
        var first = true;
        foreach (var block in blocks)
        {
            if (!first && !tight)
            {
                lines.Add("");
            }

            Block(block, lines);
            first = false;
        }
    }

    private static void Block(Block block, List<string> lines)
    {
        switch (block)
        {
            case RoleBlock { Role: BlockRole.Sources } sources:
                lines.AddRange(Sources(sources));
                break;
            case RoleBlock { Role: BlockRole.ContentsLine } line:
                lines.AddRange(line.OfType<LeafBlock>().Select((part, at) => (at == 0 ? "" : "   ") + Inlines(part.Inline)));
                break;
            case RoleBlock { Role: BlockRole.Contents or BlockRole.Card } tight:
                Blocks(tight, lines, tight: true);
                break;
            case RoleBlock { Role: BlockRole.Small } small:
                Blocks(small, lines, tight: small.All(child => child is ParagraphBlock));
                break;
            case RoleBlock role:
                Blocks(role, lines, tight: false);
                break;
            case Table table:
                lines.AddRange(TextTable.Of([.. table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(Cell).ToList())]));
                break;
            case ListBlock list:
                List(list, lines);
                break;
            case QuoteBlock quote:
                Indented(quote, "> ", "> ", lines, tight: false);
                break;
            case ThematicBreakBlock:
                lines.Add("――――――――");
                break;
            case ContainerBlock container:
                Blocks(container, lines, tight: false);
                break;
            case LeafBlock { Inline: { } inline }:
                lines.AddRange(Inlines(inline).Split('\n'));
                break;
            case LeafBlock leaf:
                lines.AddRange(leaf.Lines.ToString().Split('\n').Select(line => "    " + line));
                break;
        }
    }

    private static void List(ListBlock list, List<string> lines)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? item.Order.ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            Indented(item, mark, new string(' ', mark.Length), lines, tight: !list.IsLoose);
        }
    }

    private static void Indented(ContainerBlock block, string first, string next, List<string> lines, bool tight)
    {
        var inner = new List<string>();
        Blocks(block, inner, tight);
        lines.AddRange(inner.DefaultIfEmpty("").Select((line, at) => ((at == 0 ? first : next) + line).TrimEnd()));
    }

    private static string Cell(TableCell cell) =>
        string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => Inlines(leaf.Inline).Replace('\n', ' ')));

    /// <summary>The label, then each source with its address on a separate line.</summary>
    private static IEnumerable<string> Sources(RoleBlock sources)
    {
        var inlines = sources.Descendants<ParagraphBlock>().SelectMany(paragraph => paragraph.Inline!).ToList();
        yield return inlines.Count == 0 ? "" : FlatText.Of(inlines[0]).Trim();
        foreach (var inline in inlines.Skip(1))
        {
            if (FlatText.Of(inline) is { } text && (inline is LinkInline || text.Any(char.IsLetterOrDigit)))
            {
                yield return $"  {text}{(inline is LinkInline link ? " " + link.Url : "")}";
            }
        }
    }

    private static string Inlines(ContainerInline? container)
    {
        var text = new StringBuilder();
        Write(container, text);
        return text.ToString();
    }

    private static void Write(Inline? inline, StringBuilder text)
    {
        switch (inline)
        {
            case CitationInline citation:
                text.Append('[').AppendJoin(", ", citation.Numbers).Append(']');
                break;
            case LinkInline link:
                var words = FlatText.Of(link);
                text.Append(words);
                if (link.Url is { } url && !words.Contains(url, StringComparison.Ordinal))
                {
                    text.Append(" (").Append(url).Append(')');
                }

                break;
            case ContainerInline container:
                foreach (var child in container)
                {
                    Write(child, text);
                }

                break;
            default:
                text.Append(FlatText.Of(inline));
                break;
        }
    }
}

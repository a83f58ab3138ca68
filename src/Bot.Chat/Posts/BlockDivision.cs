using Bot.Chat.Messages;
using Bot.Chat.Posts.Bodies;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Chat.Posts;

/// <summary>Makes blocks smaller, for the splitter.</summary>
internal static class BlockDivision
{
    /// <summary>Characters of a text that are looked at for a beginning; no platform's part holds nearly as many.</summary>
    private const int Window = 32_768;

    /// <summary>
    /// A container as several, each with one child: a list by items, a table by rows under its header, a quote, card or
    /// small text by blocks. A single item or row gives up its frame. Null for what has no children to part.
    /// </summary>
    public static IReadOnlyList<Block>? Pieces(Block block)
    {
        switch (block)
        {
            case Table table:
                return Rows(table);
            case ListBlock { Count: 1 } list:
                var item = (ListItemBlock)list[0];
                return item.Count > 1 ? [.. Nodes.Take(item).Select((child, at) => at == 0 ? Wrap(child, list, item) : child)] : null;
            case ListBlock list:
                return [.. Nodes.Take(list).Select(child => With(Copy.Like(list), child))];
            case QuoteBlock { Count: > 1 } quote:
                return [.. Nodes.Take(quote).Select(child => With(new QuoteBlock(null!), child))];
            case RoleBlock { Count: > 1 } role:
                return [.. Nodes.Take(role).Select(child => With(new RoleBlock(role.Role), child))];
            default:
                return null;
        }
    }

    /// <summary>
    /// The longest beginning of a text that fits, and the rest: whole sentences if one fits, else whole graphemes. Null if
    /// nothing fits. The block is taken apart when something does.
    /// </summary>
    public static (Block Head, Block Tail)? Head(Block block, Func<Block, bool> fits)
    {
        switch (block)
        {
            case CodeBlock code:
                return Lines(code, fits);
            case LeafBlock { Inline: { } inline }:
                return Text((LeafBlock)block, inline, fits);
            case ContainerBlock { Count: 1 } container:
                var (child, shell) = (container[0], Shell(container));
                if (shell is null || Head(child, piece => fits(With(Shell(container)!, Copy.Of(piece)))) is not { } cut)
                {
                    return null;
                }

                Detach(cut.Head);
                Detach(cut.Tail);
                return (With(shell, cut.Head), container is ListBlock or ListItemBlock ? cut.Tail : With(Shell(container)!, cut.Tail));
            default:
                return null;
        }
    }

    private static (Block Head, Block Tail)? Text(LeafBlock block, ContainerInline inline, Func<Block, bool> fits)
    {
        var whole = FlatText.Of(inline);
        var text = whole.Length > Window ? whole[..Window] : whole;
        var atoms = Cut.Atoms(inline);
        var end = Longest(Sentences.Ends(text));
        if (end == 0)
        {
            end = Longest(Graphemes.Boundaries(text));
        }

        if (end == 0 && Unlink(inline))
        {
            return Text(block, inline, fits);
        }

        if (end == 0)
        {
            return null;
        }

        var rest = Cut.Trim(Cut.At(inline, end));
        Cut.Trim(inline);
        return (block, Nodes.Paragraph(Nodes.Take(rest)));

        // The beginnings grow, so the last that fits is found by doubling, then halving: only short copies are tried.
        int Longest(IReadOnlyList<int> ends)
        {
            var free = ends.Where(end => end < text.Length && !atoms.Any(atom => end > atom.Start && end < atom.End)).ToList();
            int good = -1, step = 1;
            while (good + step < free.Count && Fits(free[good + step]))
            {
                good += step;
                step *= 2;
            }

            for (var bad = Math.Min(good + step, free.Count); bad - good > 1;)
            {
                var middle = (good + bad) / 2;
                (good, bad) = Fits(free[middle]) ? (middle, bad) : (good, middle);
            }

            return good < 0 ? 0 : free[good];
        }

        bool Fits(int end) => fits(Nodes.Paragraph(Nodes.Take(Copy.Start(inline, end))));
    }

    /// <summary>A link too long for any part becomes its text. False if there is none.</summary>
    private static bool Unlink(ContainerInline inline)
    {
        if (Walk.Inlines<LinkInline>(inline).FirstOrDefault() is not { } link)
        {
            return false;
        }

        foreach (var child in Nodes.Take(link))
        {
            link.InsertBefore(child);
        }

        link.Remove();
        return true;
    }

    private static (Block Head, Block Tail)? Lines(CodeBlock code, Func<Block, bool> fits)
    {
        var lines = code.Lines.ToString().Split('\n');
        var good = 0;
        while (good + 1 < lines.Length && fits(Code(lines[..(good + 1)])))
        {
            good++;
        }

        return good > 0 ? (Code(lines[..good]), Code(lines[good..])) : Line(lines, fits);
    }

    /// <summary>The longest beginning of a first line that is too long on its own.</summary>
    private static (Block Head, Block Tail)? Line(string[] lines, Func<Block, bool> fits)
    {
        var line = lines[0].Length > Window ? lines[0][..Window] : lines[0];
        var ends = Graphemes.Boundaries(line).Where(end => end < lines[0].Length).ToList();
        int good = -1, bad = ends.Count;
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            (good, bad) = fits(Code([line[..ends[middle]]])) ? (middle, bad) : (good, middle);
        }

        return good < 0 ? null : (Code([line[..ends[good]]]), Code([lines[0][ends[good]..], .. lines[1..]]));
    }

    private static CodeBlock Code(string[] lines) => new(null!) { Lines = new StringLineGroup(string.Join('\n', lines)) };

    private static List<Block>? Rows(Table table)
    {
        var headers = TableCards.Headers(table);
        var rows = table.Cast<TableRow>().ToList();
        var header = rows.Where(row => row.IsHeader).ToList();
        Nodes.Take(table);
        var data = rows.Except(header).Cast<TableRow>().ToList();
        if (data.Count < 2)
        {
            // One row that is too long for a part is read as a card.
            return [Nodes.Small(string.Join(" | ", headers)), .. data.Select(row => TableCards.Of(row, headers)).OfType<Block>()];
        }

        var half = data.Count / 2;
        return [Of(data[..half]), Of(data[half..])];

        Table Of(List<TableRow> some)
        {
            var part = Copy.Like(table);
            foreach (var row in (IEnumerable<Block>)[.. header.Select(Copy.Of), .. some])
            {
                part.Add(row);
            }

            return part;
        }
    }

    private static ContainerBlock? Shell(ContainerBlock container) => container switch
    {
        ListBlock list => Copy.Like(list),
        ListItemBlock item => new ListItemBlock(null!) { Order = item.Order },
        QuoteBlock => new QuoteBlock(null!),
        RoleBlock role => new RoleBlock(role.Role),
        _ => null,
    };

    private static ListBlock Wrap(Block child, ListBlock list, ListItemBlock item) =>
        With(Copy.Like(list), With(new ListItemBlock(null!) { Order = item.Order }, child));

    private static T With<T>(T container, Block child)
        where T : ContainerBlock
    {
        container.Add(child);
        return container;
    }

    private static void Detach(Block block) => block.Parent?.Remove(block);
}

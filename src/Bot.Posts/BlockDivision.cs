using Bot.Briefings.Citations;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Bodies;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts;

/// <summary>Divides blocks for the splitter.</summary>
internal static class BlockDivision
{
    /// <summary>Number of characters examined for a beginning; far more than any platform's part can hold.</summary>
    private const int Window = 32_768;

    /// <summary>
    /// Divides a container into several with one child each: a list by items, a table by rows under its header, a quote,
    /// card or small text by blocks, a table of rounds with its note. A single item or row loses its frame. Null if there are no children to separate.
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
            case RoleBlock { Role: BlockRole.Rounds } rounds when rounds.OfType<Table>().FirstOrDefault() is { } many:
                return Rows(many)
                    ?.ConvertAll(piece =>
                        piece is Table
                            ? With(new RoleBlock(BlockRole.Rounds), [.. rounds.Where(block => block is not Table).Select(Copy.Of), piece])
                            : piece
                    );
            case RoleBlock { Count: > 1 } role:
                return [.. Nodes.Take(role).Select(child => With(new RoleBlock(role.Role), child))];
            default:
                return null;
        }
    }

    /// <summary>
    /// The longest beginning of a text that fits, and the rest: whole sentences if one fits, else whole graphemes. Null
    /// if nothing fits. The block is modified if something fits.
    /// </summary>
    /// <param name="mayLoosen">
    /// Something that is never cut, such as a link, may be replaced by its text if it is too long: there is no larger
    /// part.
    /// </param>
    /// <param name="wholeSentences">If true, text is cut only between sentences.</param>
    public static (Block Head, Block Tail)? Head(Block block, Func<Block, bool> fits, bool mayLoosen, bool wholeSentences = false)
    {
        switch (block)
        {
            case CodeBlock code:
                return Lines(code, fits);
            case LeafBlock { Inline: { } inline }:
                return Text((LeafBlock)block, inline, fits, mayLoosen, wholeSentences);
            case ContainerBlock { Count: > 0 } container when Shell(container) is not null:
                return Children(container, fits, mayLoosen, wholeSentences);
            default:
                return null;
        }
    }

    /// <summary>
    /// As many whole children as fit, else the beginning of the first. The rest of a list item that has only text needs
    /// no frame.
    /// </summary>
    private static (Block Head, Block Tail)? Children(ContainerBlock container, Func<Block, bool> fits, bool mayLoosen, bool wholeSentences)
    {
        var children = container.ToList();
        var whole = 0;
        while (whole + 1 < children.Count && fits(With(Shell(container)!, [.. children.Take(whole + 1).Select(Copy.Of)])))
        {
            whole++;
        }

        if (whole > 0)
        {
            var (shell, rest) = (Shell(container)!, Shell(container)!);
            Nodes.Take(children);
            return (With(shell, [.. children.Take(whole)]), With(rest, [.. children.Skip(whole)]));
        }

        if (Head(children[0], piece => fits(With(Shell(container)!, Copy.Of(piece))), mayLoosen, wholeSentences) is not { } cut)
        {
            return null;
        }

        var (first, last) = (Shell(container)!, Shell(container)!);
        Nodes.Take([cut.Head, cut.Tail, .. children.Skip(1)]);
        return (
            With(first, cut.Head),
            children.Count == 1 && container is ListBlock or ListItemBlock
                ? cut.Tail
                : With(last, [Framed(cut.Tail, container), .. children.Skip(1)])
        );
    }

    /// <summary>A list may contain only items.</summary>
    private static Block Framed(Block tail, ContainerBlock container) =>
        container is ListBlock && tail is not ListItemBlock ? With(new ListItemBlock(null!), tail) : tail;

    private static (Block Head, Block Tail)? Text(
        LeafBlock block,
        ContainerInline inline,
        Func<Block, bool> fits,
        bool mayLoosen,
        bool wholeSentences
    )
    {
        var end = Longest();
        while (end == 0 && mayLoosen && LoosenFirst(inline))
        {
            end = Longest();
        }

        if (end == 0)
        {
            return null;
        }

        var rest = Cut.Trim(Cut.At(inline, end));
        Cut.Trim(inline);
        return (block, Nodes.Paragraph(Nodes.Take(rest)));

        int Longest()
        {
            var whole = FlatText.Of(inline);
            var text = whole.Length > Window ? whole[..Window] : whole;
            var atoms = Cut.Atoms(inline);
            return LongestOf(Sentences.Ends(text)) is > 0 and var sentences ? sentences
                : wholeSentences ? 0
                : LongestOf(Graphemes.Boundaries(text));

            int LongestOf(IReadOnlyList<int> ends) =>
                LastThatFits([.. ends.Where(end => end < text.Length && !atoms.Any(atom => end > atom.Start && end < atom.End))]);
        }

        // Beginnings grow, so double and then bisect to find the last that fits: only short copies are tried.
        int LastThatFits(List<int> free)
        {
            int good = -1,
                step = 1;
            while (good + step < free.Count && Fits(free[good + step]))
            {
                good += step;
                step *= 2;
            }

            for (var bad = Math.Min(good + step, free.Count); bad - good > 1; )
            {
                var middle = (good + bad) / 2;
                (good, bad) = Fits(free[middle]) ? (middle, bad) : (good, middle);
            }

            return good < 0 ? 0 : free[good];
        }

        bool Fits(int end) => fits(Nodes.Paragraph(Nodes.Take(Copy.Start(inline, end))));
    }

    /// <summary>
    /// Loosens an uncuttable inline at the start of a text if it is too long for any part: a link becomes its text, then
    /// code; then a citation mark with many numbers becomes one mark per number. False if the text begins with none of
    /// these.
    /// </summary>
    private static bool LoosenFirst(ContainerInline inline)
    {
        switch (
            Walk.Inlines<Inline>(inline)
                .FirstOrDefault(node => node is LinkInline || (node is not ContainerInline && FlatText.Length(node) > 0))
        )
        {
            case LinkInline link:
                Nodes.Unwrap(link);
                return true;
            case CodeInline { Content.Length: > 1 } code:
                code.ReplaceBy(Nodes.Text(code.Content));
                return true;
            case CitationInline { Numbers.Count: > 1 } mark:
                for (var at = 0; at < mark.Numbers.Count; at++)
                {
                    Nodes.Before(
                        mark,
                        new CitationInline
                        {
                            Numbers = [mark.Numbers[at]],
                            Url = mark.Url,
                            Sources = [.. mark.Sources.Skip(at).Take(1)],
                        }
                    );
                }

                mark.Remove();
                return true;
            default:
                return false;
        }
    }

    private static (Block Head, Block Tail)? Lines(CodeBlock code, Func<Block, bool> fits)
    {
        var lines = code.Lines.ToString().Split('\n');
        var good = 0;
        while (good + 1 < lines.Length && fits(Code(lines[..(good + 1)])))
        {
            good++;
        }

        return good == 0 ? Line(lines, fits) : (Code(lines[..good]), Code(lines[good..]));
    }

    /// <summary>Cuts a first line that is too long for any part between graphemes.</summary>
    private static (Block Head, Block Tail)? Line(string[] lines, Func<Block, bool> fits)
    {
        var (first, start) = (lines[0], 0);
        var ends = Graphemes.Boundaries(first.Length > Window ? first[..Window] : first);
        for (int good = -1, bad = ends.Count; bad - good > 1; )
        {
            var middle = (good + bad) / 2;
            (good, bad) = fits(Code([first[..ends[middle]]])) ? (middle, bad) : (good, middle);
            start = good < 0 ? 0 : ends[good];
        }

        return start == 0 || start == first.Length ? null : (Code([first[..start]]), Code([first[start..], .. lines[1..]]));
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
            // A single row too long for a part becomes a card.
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

    private static ContainerBlock? Shell(ContainerBlock container) =>
        container switch
        {
            ListBlock list => Copy.Like(list),
            ListItemBlock item => new ListItemBlock(null!) { Order = item.Order },
            QuoteBlock => new QuoteBlock(null!),
            RoleBlock role => new RoleBlock(role.Role),
            _ => null,
        };

    private static ListBlock Wrap(Block child, ListBlock list, ListItemBlock item) =>
        With(Copy.Like(list), With(new ListItemBlock(null!) { Order = item.Order }, child));

    private static T With<T>(T container, params ReadOnlySpan<Block> children)
        where T : ContainerBlock
    {
        foreach (var child in children)
        {
            container.Add(child);
        }

        return container;
    }
}

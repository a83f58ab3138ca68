using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.References;

/// <summary>The entries of a references section: list items, paragraphs, lines of a paragraph, table rows, link definitions.</summary>
internal sealed class ReferenceReader(ReadingContext context)
{
    private const int LongestEntry = 1_000;

    private readonly PlainText _plain = new();
    private readonly ReferenceParser _parser = new(context);

    public List<Reference> Read(IEnumerable<Block> blocks)
    {
        var entries = blocks.SelectMany(Read).ToList();
        var (before, after) = (0, 0);
        foreach (var draft in entries.Select(entry => entry.Draft).OfType<ReferenceDraft>())
        {
            var (first, second) = _parser.Weigh(draft);
            (before, after) = (before + first, after + second);
        }

        // Titles are longer than publishers' names.
        _parser.TitleFirst = before > after;
        return [.. entries.Select(entry => entry.Read())];
    }

    /// <summary>An entry that has yet to be parsed.</summary>
    private sealed record Pending(ReferenceDraft? Draft, Func<Reference> Read);

    private IEnumerable<Pending> Read(Block block)
    {
        switch (block)
        {
            case ListBlock list:
                return list.OfType<ListItemBlock>().Select(item => Item(list, item)).OfType<Pending>();
            case ParagraphBlock paragraph:
                return Lines(paragraph);
            case QuoteBlock quote:
                return quote.SelectMany(Read);
            case Table table:
                return Rows(TableView.Of(table, context));
            case LinkReferenceDefinitionGroup group:
                return group.OfType<LinkReferenceDefinition>().Select(Definition).OfType<Pending>();
            default:
                return [];
        }
    }

    private Pending? Item(ListBlock list, ListItemBlock item)
    {
        var draft = new ReferenceDraft(item.Span.Start, _plain);
        Collect(item, draft);
        if (list.IsOrdered)
        {
            draft.ItemNumber = item.Order;
        }

        return draft.IsEmpty || draft.IsTooLong ? null : Entry(draft);
    }

    private Pending Entry(ReferenceDraft draft) => new(draft, () => _parser.Parse(draft));

    private static void Collect(Block block, ReferenceDraft draft)
    {
        if (block is LeafBlock { Inline: { } inlines })
        {
            draft.Break();
            for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
            {
                draft.Add(inline);
            }

            draft.End = Math.Max(draft.End, block.Span.End + 1);
        }
        else if (block is ContainerBlock container)
        {
            foreach (var child in container)
            {
                Collect(child, draft);
            }
        }
    }

    /// <summary>
    /// A paragraph is one entry, or one per line if lines start with numbers, or if a line follows one that had an address. Prose without
    /// number and address is not an entry.
    /// </summary>
    private IEnumerable<Pending> Lines(ParagraphBlock paragraph)
    {
        var drafts = new List<ReferenceDraft>();
        var current = new ReferenceDraft(paragraph.Span.Start, _plain);
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LineBreakInline && inline.NextSibling is { } next && (StartsNumbered(next) || HasAddress(current, next)))
            {
                current.End = inline.Span.Start;
                drafts.Add(current);
                current = new ReferenceDraft(next.Span.Start, _plain);
                continue;
            }

            current.Add(inline);
        }

        current.End = paragraph.Span.End + 1;
        drafts.Add(current);
        return drafts
            .Where(draft => !draft.IsEmpty && !draft.IsTooLong && (draft.StartsNumbered || _parser.HasAddress(draft)))
            .Select(Entry);
    }

    private bool HasAddress(ReferenceDraft draft, Inline next)
    {
        // An entry has few lines; a text with many is not one.
        draft.End = Math.Clamp(next.Span.Start - 1, draft.Start, draft.Start + LongestEntry);
        return !draft.StartsNumbered && (_parser.HasAddress(draft) || next.Span.Start - draft.Start > LongestEntry);
    }

    private bool StartsNumbered(Inline inline)
    {
        var draft = new ReferenceDraft(inline.Span.Start, _plain);
        draft.Add(inline);
        return draft.StartsNumbered;
    }

    private IEnumerable<Pending> Rows(TableView table)
    {
        var roles = table
            .Columns.Select(column =>
                context.Vocabulary.ReferenceColumns.TryFind(Folding.Fold(column), 0, out var hit)
                    ? hit.Value
                    : (Vocabulary.ReferencePart?)null
            )
            .ToList();
        foreach (var row in table.Rows)
        {
            var draft = new ReferenceDraft(
                row.Cells.FirstOrDefault(cell => !cell.Span.IsEmpty)?.Span.Start ?? table.Table.Span.Start,
                _plain
            );
            foreach (var cell in row.Cells)
            {
                Collect(cell, draft);
            }

            if (!draft.IsEmpty && !draft.IsTooLong)
            {
                yield return new Pending(
                    null,
                    () =>
                        _parser.Parse(
                            draft,
                            part => roles.IndexOf(part) is >= 0 and var column && row.Cell(column) is { } cell ? context.Plain(cell) : null
                        ) with
                        {
                            Position = row.Position,
                        }
                );
            }
        }
    }

    /// <summary>[1]: https://… "Title" is a link definition to Markdown; under this heading it is a source.</summary>
    private Pending? Definition(LinkReferenceDefinition definition)
    {
        var label = "[" + definition.Label?.Trim() + "]";
        if (Citations.CitationParser.MarkEnd(label, 0, label.Length - 1, out var numbers) != label.Length || numbers.Count != 1)
        {
            return null;
        }

        var draft = new ReferenceDraft(definition.Span.Start, _plain) { ItemNumber = numbers[0], End = definition.Span.End + 1 };
        draft.AddText(definition.Title ?? "");
        var url = definition.Url is { } address && Links.LinkScheme.IsHttp(address) ? address : null;
        return new Pending(null, () => _parser.Parse(draft) with { Url = url });
    }
}

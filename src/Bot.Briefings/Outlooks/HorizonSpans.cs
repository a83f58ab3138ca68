using Bot.Briefings.Entries;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Outlooks;

/// <summary>The entries of an outlook: each starts at a horizon's label and contains everything up to the next label.</summary>
internal sealed class HorizonSpans(ReadingContext context, int? year)
{
    private const int DeepestList = 3;

    private readonly EntryTextReader _texts = new();

    /// <summary>Splits a paragraph at lines that open with a label.</summary>
    /// <param name="blocks">The section's, to which the new paragraphs are added.</param>
    public void Part(List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not ParagraphBlock { Parent: { } parent, Inline: { } inlines } paragraph)
            {
                continue;
            }

            for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
            {
                if (BoldLine.IsBreak(inline) && inline.NextSibling is { } next && LineOpens(next))
                {
                    blocks.Insert(i + 1, DocumentShape.SplitBefore(paragraph, next, parent, parent.IndexOf(paragraph)));
                    break;
                }
            }
        }
    }

    private bool LineOpens(Inline first)
    {
        for (Inline? inline = first; inline is not null && !BoldLine.IsBreak(inline); inline = inline.NextSibling)
        {
            _texts.Append(inline);
        }

        return HorizonLabel.Of(_texts.Take(), context.Vocabulary, year) is { IsWord: true };
    }

    /// <summary>
    /// Whichever of headings, paragraphs, list items and table rows the author labelled; among those, the first with the most labels.
    /// </summary>
    public List<EntrySpan> In(IReadOnlyList<Block> blocks)
    {
        var best = new List<EntrySpan>();
        var most = 0;
        foreach (var (spans, words) in Ways(blocks))
        {
            if (spans.Count > 0 && (best.Count == 0 || words > most))
            {
                (best, most) = (spans, words);
            }
        }

        return best;
    }

    private IEnumerable<(List<EntrySpan> Spans, int Words)> Ways(IReadOnlyList<Block> blocks)
    {
        yield return Split(blocks, block => block is HeadingBlock);
        var items = blocks.OfType<ListBlock>().SelectMany(list => list.OfType<ListItemBlock>()).ToList();
        for (var depth = 0; items.Count > 0 && depth < DeepestList; depth++)
        {
            var words = 0;
            var labelled = items.FindAll(item => OpeningWords.FirstParagraph(item) is { } paragraph && Opens(paragraph, ref words));
            yield return (labelled.ConvertAll(item => new EntrySpan(EntryForm.ListItem, item, [])), words);
            items = [.. items.SelectMany(item => item.OfType<ListBlock>()).SelectMany(list => list.OfType<ListItemBlock>())];
        }

        yield return Split(blocks, block => block is ParagraphBlock);
        foreach (var table in blocks.OfType<Table>())
        {
            var words = 0;
            var rows = table
                .OfType<TableRow>()
                .Count(row =>
                    !row.IsHeader
                    && row.Count > 1
                    && row[0] is TableCell { Count: > 0 } cell
                    && cell[0] is LeafBlock leaf
                    && Opens(leaf, ref words)
                );
            yield return (rows > 0 ? [new EntrySpan(EntryForm.TableRow, table, [])] : [], words);
        }
    }

    private (List<EntrySpan> Spans, int Words) Split(IReadOnlyList<Block> blocks, Func<Block, bool> mayBegin)
    {
        var spans = new List<EntrySpan>();
        var words = 0;
        foreach (var block in blocks)
        {
            if (mayBegin(block) && Opens((LeafBlock)block, ref words))
            {
                var form =
                    block is HeadingBlock ? EntryForm.SubHeading
                    : BoldLine.Of(block) is not null ? EntryForm.BoldLine
                    : EntryForm.OpeningBold;
                spans.Add(new EntrySpan(form, block, []));
            }
            else if (spans.Count > 0 && block is not ThematicBreakBlock)
            {
                spans[^1].Rest.Add(block);
            }
        }

        return (spans, words);
    }

    private bool Opens(LeafBlock block, ref int words)
    {
        var text = _texts.ReadOpening(block.Inline, HorizonLabel.Longest);
        if (HorizonLabel.Of(text, context.Vocabulary, year) is not { } label)
        {
            return false;
        }

        words += label.IsWord ? 1 : 0;
        return true;
    }
}

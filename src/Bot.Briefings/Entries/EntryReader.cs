using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Outlooks;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Briefings.Entries;

/// <summary>
/// The entries of a section, whatever their marks: sub-headings, or else bold lines, paragraphs that open with a bold label, list items,
/// or table rows. A head that only groups items is not an entry; its items are.
/// </summary>
internal sealed class EntryReader(ReadingContext context, LabelCensus labels)
{
    private readonly EntryBuilder _builder = new(context);

    public IReadOnlyList<OutlineEntry> Read(OutlineSection section, int? year)
    {
        if (section.Kind == SectionKind.References)
        {
            return [];
        }

        _builder.KeepsAnchors = section.Kind == SectionKind.Outlook;
        var found =
            section.Kind == SectionKind.Outlook
                ? Horizons(section, year)
                : Spans(section, [.. section.Blocks.Where(block => !HeadLines.IsNothing(block))]);
        var entries = new List<OutlineEntry>();
        foreach (var span in found)
        {
            Add(span, entries);
        }

        if (entries.Count == 0 && IsStory(section) && section.Blocks.Exists(block => !HeadLines.IsNothing(block)))
        {
            entries.Add(_builder.OfSection(section));
        }

        return entries;
    }

    private bool IsStory(OutlineSection section) =>
        section.Kind == SectionKind.Other
        || (section.Kind == SectionKind.Startups && Sections.SectionClassifier.Named(section.Text, context.Vocabulary) is null);

    private List<EntrySpan> Horizons(OutlineSection section, int? year)
    {
        var spans = new HorizonSpans(context, year);
        spans.Part(section.Blocks);
        return spans.In(section.Blocks);
    }

    private void Add(EntrySpan span, List<OutlineEntry> entries)
    {
        if (span.Head is Table table)
        {
            var view = TableView.Of(table, context);
            foreach (var row in view.Rows)
            {
                if (_builder.OfRow(view, row) is { } ofRow)
                {
                    entries.Add(ofRow);
                }
            }
        }
        else if (_builder.Of(span) is { } entry)
        {
            entries.Add(entry);
        }
    }

    private List<EntrySpan> Spans(OutlineSection section, List<Block> blocks)
    {
        var group = new ItemGroup(context, labels, section.Order);
        var level = HighestLevel(blocks);
        if (level > 0)
        {
            var heads = blocks.FindAll(block => block is HeadingBlock heading && heading.Level == level);
            if (heads.TrueForAll(head => ((LeafBlock)head).Inline is { } inlines && labels.Recurs(labels.LabelOf(inlines), section.Order)))
            {
                return [];
            }

            return Under(section, blocks, heads, EntryForm.SubHeading, group);
        }

        var lines = blocks.FindAll(block => BoldLine.Of(block) is { } line && !labels.Recurs(labels.LabelOf(line.Bold), section.Order));
        var leading = Items(blocks, lines.Count > 0 ? lines[0] : null);
        if (lines.Count > 0 && lines.Count >= leading)
        {
            return Under(section, blocks, lines, EntryForm.BoldLine, group);
        }

        var labelled = blocks.FindAll(block =>
            block is ParagraphBlock { Inline: { } inlines }
            && OpeningWords.Bold(inlines) is { } bold
            && OpeningWords.IsLabel(bold)
            && BoldLine.Of(block) is null
            && !labels.Recurs(labels.LabelOf(bold), section.Order)
        );
        var items = Items(blocks, null);

        if (items == 0 && Running(section, blocks) is { Count: > 0 } running && running.Count > labelled.Count)
        {
            return Under(section, blocks, running, EntryForm.OpeningBold, group);
        }

        if (labelled.Count > 1 || (labelled.Count == 1 && items == 0 && !blocks.Exists(block => block is Table)))
        {
            return Under(section, blocks, labelled, EntryForm.OpeningBold, group);
        }

        var italic = blocks.FindAll(block => block is ParagraphBlock { Inline: { } inlines } && OpeningWords.IsItalicLabelled(inlines));
        if (italic.Count > 1 && italic.Count > leading)
        {
            return Under(section, blocks, italic, EntryForm.OpeningBold, group);
        }

        return items > 0 ? Items(section, blocks)
            : blocks.Exists(block => block is Table)
                ? [.. blocks.OfType<Table>().Select(table => new EntrySpan(EntryForm.TableRow, table, []))]
            : section.Kind == SectionKind.Startups ? Stating(blocks)
            : section.Kind == SectionKind.Insights
                ? [.. blocks.OfType<ParagraphBlock>().Select(paragraph => new EntrySpan(EntryForm.Paragraph, paragraph, []))]
            : [];
    }

    /// <summary>The highest level of the headings; 0 if there are none.</summary>
    private static int HighestLevel(List<Block> blocks)
    {
        var highest = 0;
        foreach (var block in blocks)
        {
            if (block is HeadingBlock { Inline: not null, Level: var level } && (highest == 0 || level < highest))
            {
                highest = level;
            }
        }

        return highest;
    }

    /// <summary>The number of list items among the blocks, up to one of these.</summary>
    private static int Items(List<Block> blocks, Block? end)
    {
        var items = 0;
        foreach (var block in blocks)
        {
            if (block == end)
            {
                break;
            }

            items += block is ListBlock list ? list.Count : 0;
        }

        return items;
    }

    /// <summary>**Acme** closed a $5M seed: paragraphs of news that open with a bold name, if most do.</summary>
    private List<Block> Running(OutlineSection section, List<Block> blocks)
    {
        const int Least = 3;
        if (section.Kind is not (SectionKind.Startups or SectionKind.TechnologyNews or SectionKind.MarketingNews))
        {
            return [];
        }

        var opened = blocks.FindAll(block =>
            block is ParagraphBlock { Inline: { } inlines }
            && OpeningWords.Bold(inlines) is { NextSibling: not null } bold
            && !labels.Recurs(labels.LabelOf(bold), section.Order)
        );
        return opened.Count >= Least && opened.Count * 2 > blocks.Count ? opened : [];
    }

    private List<EntrySpan> Stating(List<Block> blocks) =>
        [.. blocks.OfType<ParagraphBlock>().Where(StatesFinancing).Select(paragraph => new EntrySpan(EntryForm.Paragraph, paragraph, []))];

    /// <summary>### 資金調達: below a sub-heading that names what a whole section may be about, paragraphs are stories of their own.</summary>
    private List<EntrySpan> Stories(OutlineSection section, Block head, List<Block> body) =>
        section.Kind == SectionKind.Startups
        && head is HeadingBlock { Inline: { } inlines }
        && body.TrueForAll(block => block is ParagraphBlock)
        && Sections.SectionClassifier.Named(context.Plain(inlines), context.Vocabulary) is not null
        && Stating(body) is { Count: > 1 } stories
            ? stories
            : [];

    /// <summary>Prose in a section of rounds: only a paragraph with a figure and a word for a financing is an entry.</summary>
    private bool StatesFinancing(ParagraphBlock paragraph)
    {
        var folded = Folding.Fold(context.Plain(paragraph));
        return folded.AsSpan().ContainsAnyInRange('0', '9')
            && (context.Vocabulary.Financing.Triggers.Contains(folded) || context.Vocabulary.SeriesWords.Contains(folded));
    }

    /// <summary>One entry per head, with everything up to the next; for a head that groups, the entries below it.</summary>
    private List<EntrySpan> Under(OutlineSection section, List<Block> blocks, List<Block> heads, EntryForm form, ItemGroup group)
    {
        var spans = new List<EntrySpan>();
        var opening = blocks.GetRange(0, blocks.IndexOf(heads[0]));
        var grouped = false;
        for (var i = 0; i < heads.Count; i++)
        {
            var start = blocks.IndexOf(heads[i]) + 1;
            var end = i + 1 < heads.Count ? blocks.IndexOf(heads[i + 1]) : blocks.Count;
            var body = blocks.GetRange(start, end - start);
            if (
                (form != EntryForm.BoldLine || BoldLine.Of(heads[i])!.Next is null)
                && form != EntryForm.OpeningBold
                && group.IsUnder(body, section.Kind != SectionKind.FutureTech)
            )
            {
                spans.AddRange(Spans(section, body));
                grouped = true;
            }
            else if (Stories(section, heads[i], body) is { Count: > 0 } stories)
            {
                spans.AddRange(stories);
                grouped = true;
            }
            else
            {
                var tables = section.Kind == SectionKind.Startups ? body.FindAll(block => block is Table table && IsLedger(table)) : [];
                spans.Add(new EntrySpan(form, heads[i], tables.Count == 0 ? body : [.. body.Except(tables)]));
                spans.AddRange(tables.Select(table => new EntrySpan(EntryForm.TableRow, table, [])));
            }
        }

        spans.InsertRange(
            0,
            grouped || section.Kind == SectionKind.Startups && opening.Exists(block => block is Table)
                ? Spans(section, opening.FindAll(block => grouped || block is Table))
                : []
        );
        return spans;
    }

    /// <summary>
    /// One entry per top-level item. Text between the lists belongs to the item above it; so does text after the last item if the others
    /// have such text. In a section of rounds, table rows are entries.
    /// </summary>
    private List<EntrySpan> Items(OutlineSection section, List<Block> blocks)
    {
        var spans = new List<EntrySpan>();
        var last = blocks.FindLastIndex(block => block is ListBlock);
        var texts = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is ListBlock list)
            {
                spans.AddRange(list.OfType<ListItemBlock>().Select(item => new EntrySpan(EntryForm.ListItem, item, [])));
            }
            else if (blocks[i] is Table table && section.Kind == SectionKind.Startups && IsLedger(table))
            {
                spans.Add(new EntrySpan(EntryForm.TableRow, table, []));
            }
            else if (spans is [.., { Form: EntryForm.ListItem } item] && (i < last || texts * 2 > spans.Count - 1))
            {
                texts += item.Rest.Count == 0 ? 1 : 0;
                item.Rest.Add(blocks[i]);
            }
        }

        return spans;
    }

    /// <summary>Whether the columns name companies and what they raised.</summary>
    private bool IsLedger(Table table)
    {
        var roles = TableView
            .Of(table, context)
            .Columns.Select(column =>
                context.Vocabulary.Columns.TryFind(Folding.Fold(column), 0, out var hit) ? hit.Value : FieldRole.Other
            )
            .ToList();
        return roles.Contains(FieldRole.Company)
            && roles.Exists(role => role is FieldRole.Amount or FieldRole.Valuation or FieldRole.Stage or FieldRole.Investors);
    }
}

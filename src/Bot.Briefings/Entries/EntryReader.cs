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
        var entries = found.SelectMany(Entries).ToList();
        var isStory =
            section.Kind == SectionKind.Other
            || (section.Kind == SectionKind.Startups && Sections.SectionClassifier.Named(section.Text, context.Vocabulary) is null);
        if (entries.Count == 0 && isStory && section.Blocks.Exists(block => !HeadLines.IsNothing(block)))
        {
            entries.Add(_builder.OfSection(section));
        }

        return entries;
    }

    private IEnumerable<EntrySpan> Horizons(OutlineSection section, int? year)
    {
        var spans = new HorizonSpans(context, year);
        spans.Part(section.Blocks);
        return spans.In(section.Blocks);
    }

    private IEnumerable<OutlineEntry> Entries(EntrySpan span)
    {
        if (span.Head is Table table)
        {
            var view = TableView.Of(table, context);
            return view.Rows.Select(row => _builder.OfRow(view, row)).OfType<OutlineEntry>();
        }

        return _builder.Of(span) is { } entry ? [entry] : [];
    }

    private List<EntrySpan> Spans(OutlineSection section, List<Block> blocks)
    {
        var group = new ItemGroup(context, labels, section.Order);
        var level = blocks
            .OfType<HeadingBlock>()
            .Where(heading => heading.Inline is not null)
            .Select(heading => heading.Level)
            .DefaultIfEmpty(0)
            .Min();
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
        var labelled = blocks.FindAll(block =>
            block is ParagraphBlock { Inline: { } inlines }
            && OpeningWords.IsLabelled(inlines)
            && BoldLine.Of(block) is null
            && OpeningWords.Bold(inlines) is { } bold
            && !labels.Recurs(labels.LabelOf(bold), section.Order)
        );
        var items = blocks.OfType<ListBlock>().Sum(list => list.Count);
        var leading = blocks.TakeWhile(block => !lines.Contains(block)).OfType<ListBlock>().Sum(list => list.Count);
        if (lines.Count > 0 && lines.Count >= leading)
        {
            return Under(section, blocks, lines, EntryForm.BoldLine, group);
        }

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
            : section.Kind == SectionKind.Startups
                ?
                [
                    .. blocks
                        .OfType<ParagraphBlock>()
                        .Where(StatesFinancing)
                        .Select(paragraph => new EntrySpan(EntryForm.Paragraph, paragraph, [])),
                ]
            : section.Kind == SectionKind.Insights
                ? [.. blocks.OfType<ParagraphBlock>().Select(paragraph => new EntrySpan(EntryForm.Paragraph, paragraph, []))]
            : [];
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

    /// <summary>Prose in a section of rounds: only a paragraph with a figure and a word for a financing is an entry.</summary>
    private bool StatesFinancing(ParagraphBlock paragraph)
    {
        var folded = Folding.Fold(context.Plain(paragraph));
        return folded.AsSpan().ContainsAnyInRange('0', '9') && context.Vocabulary.Financing.Triggers.Contains(folded);
    }

    /// <summary>One entry per head, with everything up to the next; for a head that groups, the entries below it.</summary>
    private List<EntrySpan> Under(OutlineSection section, List<Block> blocks, List<Block> heads, EntryForm form, ItemGroup group)
    {
        var spans = new List<EntrySpan>();
        var opening = blocks.TakeWhile(block => block != heads[0]).ToList();
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
            else
            {
                var tables = body.FindAll(block => section.Kind == SectionKind.Startups && block is Table table && IsLedger(table));
                spans.Add(new EntrySpan(form, heads[i], [.. body.Except(tables)]));
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

using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Outlooks;

/// <summary>
/// Outlook entries. Each begins where a horizon's label stands: at H3s, else at list items, else at paragraphs, else at
/// table rows; it holds what follows up to the next label.
/// </summary>
internal static class OutlookReader
{
    public static List<Outlook> Read(SectionBlocks section, ReadingContext context, int? year)
    {
        var headings = Split(section.Blocks.Select(block => (Block?)block), block => block is HeadingBlock, section, context, year);
        if (headings.Count > 0)
        {
            return headings;
        }

        foreach (var items in Levels(section))
        {
            var entries = items.Select(item => Item(item, section, context, year)).OfType<Outlook>().ToList();
            if (entries.Count > 0)
            {
                return entries;
            }
        }

        var paragraphs = Split(section.Blocks, block => block is ParagraphBlock, section, context, year);
        return paragraphs.Count > 0 ? paragraphs : [.. Rows(section, context, year)];
    }

    /// <summary>The list items of the section, then those one level deeper.</summary>
    private static IEnumerable<List<ListItemBlock>> Levels(SectionBlocks section)
    {
        var items = section.TopItems().ToList();
        for (var depth = 0; items.Count > 0 && depth < 3; depth++)
        {
            yield return items;
            items = [.. items.SelectMany(item => item.OfType<ListBlock>()).SelectMany(list => list.OfType<ListItemBlock>())];
        }
    }

    private static List<Outlook> Split(IEnumerable<Block?> blocks, Func<Block, bool> mayBegin, SectionBlocks section, ReadingContext context, int? year)
    {
        var entries = new List<Outlook>();
        LeafBlock? opening = null;
        var opened = "";
        HorizonLabel? label = null;
        List<Block> body = [];
        foreach (var block in blocks.Append(null))
        {
            var plain = block is LeafBlock && mayBegin(block) ? context.Plain(block) : "";
            var next = plain.Length == 0 ? null : Label(plain, (LeafBlock)block!, context, year);
            if (block is not null && next is null)
            {
                if (block is not ThematicBreakBlock)
                {
                    body.Add(block);
                }

                continue;
            }

            if (opening is not null && label is not null)
            {
                entries.Add(Entry(opening, opened, label, body, section, context));
            }

            (opening, opened, label, body) = (block as LeafBlock, plain, next, []);
        }

        return entries;
    }

    private static HorizonLabel? Label(string plain, LeafBlock block, ReadingContext context, int? year)
    {
        var bold = OpeningWords.Bold(block.Inline);
        var boldEnd = bold is null ? 0 : context.Plain(bold) is var words && plain.StartsWith(words, StringComparison.Ordinal) ? words.TrimEnd('.', ' ').Length : 0;
        return HorizonLabel.At(plain, context.Vocabulary, year, boldEnd);
    }

    private static Outlook? Item(ListItemBlock item, SectionBlocks section, ReadingContext context, int? year)
    {
        var paragraph = OpeningWords.FirstParagraph(item);
        var plain = paragraph is null ? "" : context.Plain(paragraph);
        var label = paragraph is null ? null : Label(plain, paragraph, context, year);
        return label is null ? null : Entry(paragraph!, plain, label, [.. item.Where(block => block != paragraph)], section, context, item);
    }

    private static Outlook Entry(LeafBlock opening, string plain, HorizonLabel label, List<Block> body, SectionBlocks section, ReadingContext context, ListItemBlock? item = null)
    {
        var rest = plain[label.End..].Trim();
        var below = context.PlainOf(body);
        var isHeading = opening is HeadingBlock;
        var text = isHeading ? below : (rest + " " + below).Trim();
        var headline = isHeading && rest.Length > 0 ? rest
            : !isHeading && rest.Length > 0 ? BoldAfter(opening, label, context)
            : body.Count > 0 ? BoldOf(body[0], context) : null;
        var last = body.Count > 0 ? body[^1] : opening;
        return new Outlook
        {
            SectionOrder = section.Order,
            Horizon = label.Horizon,
            Label = label.Text,
            Headline = headline,
            Text = text.Length == 0 ? rest : text,
            FromYears = label.FromYears,
            ToYears = label.ToYears,
            Citations = ReadingContext.Citations([opening, .. body]),
            Position = context.Position((Block?)item ?? opening),
            Markdown = item is null ? context.Slice(opening, last) : EntryMarkdown.Of(item, context),
            Body = isHeading ? (body.Count > 0 ? context.Slice(body[0], last) : "") : context.Slice(After(opening, label, context), (item?.Span.End ?? last.Span.End) + 1),
        };
    }

    private static string? BoldOf(Block block, ReadingContext context)
    {
        var paragraph = block switch
        {
            ParagraphBlock direct => direct,
            ListBlock { Count: > 0 } list => OpeningWords.FirstParagraph((ListItemBlock)list[0]),
            _ => null,
        };
        var bold = OpeningWords.Bold(paragraph?.Inline);
        return bold is null ? null : NotEmpty(OpeningWords.TrimLabel(context.Plain(bold)));
    }

    /// <summary>The bold that opens the text behind the label, or the rest of the bold that holds the label.</summary>
    private static string? BoldAfter(LeafBlock opening, HorizonLabel label, ReadingContext context)
    {
        var seen = 0;
        for (var inline = opening.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            var text = Length(inline, context);
            if (inline is EmphasisInline { DelimiterCount: >= 2 } bold)
            {
                var plain = context.Plain(bold);
                if (seen + plain.Length > label.End + 1)
                {
                    var cut = Math.Max(0, label.End - seen);
                    return NotEmpty(OpeningWords.TrimLabel(plain[Math.Min(cut, plain.Length)..].Trim(' ', ':', '：')));
                }
            }
            else if (seen + text > label.End + 1)
            {
                return null;
            }

            seen += text;
        }

        return null;
    }

    private static int Length(Inline inline, ReadingContext context) => inline switch
    {
        LiteralInline literal => literal.Content.Length,
        ContainerInline container => context.Plain(container).Length,
        LineBreakInline => 1,
        _ => 0,
    };

    /// <summary>Where in the source the text behind the label begins.</summary>
    private static int After(LeafBlock opening, HorizonLabel label, ReadingContext context)
    {
        var seen = 0;
        for (var inline = opening.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            var length = Length(inline, context);
            if (seen + length > label.End)
            {
                return inline is LiteralInline ? inline.Span.Start + (label.End - seen) : inline.Span.Start;
            }

            seen += length;
        }

        return opening.Span.End + 1;
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    private static IEnumerable<Outlook> Rows(SectionBlocks section, ReadingContext context, int? year)
    {
        foreach (var row in TableView.In(section.Blocks).SelectMany(table => table.OfType<TableRow>()).Where(row => !row.IsHeader))
        {
            var cells = row.OfType<TableCell>().Where(cell => cell.Count > 0).ToList();
            if (cells.Count > 1 && HorizonLabel.At(context.Plain(cells[0]), context.Vocabulary, year) is { } label)
            {
                var rest = cells.Skip(1).ToList();
                yield return new Outlook
                {
                    SectionOrder = section.Order,
                    Horizon = label.Horizon,
                    Label = label.Text,
                    Headline = rest[0].Count > 0 ? BoldOf(rest[0][0], context) : null,
                    Text = context.PlainOf(rest),
                    FromYears = label.FromYears,
                    ToYears = label.ToYears,
                    Citations = ReadingContext.Citations(cells),
                    Position = context.Position(row),
                    Markdown = string.Join(" ", cells.Select(cell => TableView.Markdown(cell, context))),
                    Body = string.Join(" ", rest.Select(cell => TableView.Markdown(cell, context))),
                };
            }
        }
    }
}

using Bot.Briefings.Entries;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding;

/// <summary>Entries of a section's lists and tables.</summary>
internal static class ListEntries
{
    public static List<OutlineEntry> Of(SectionBlocks section, IReadOnlyList<TableView> tables, ReadingContext context)
    {
        var entries = new List<OutlineEntry>();
        foreach (var table in tables)
        {
            foreach (var row in table.Rows)
            {
                EntryText[] cells = [.. Enumerable.Range(0, row.Cells.Count).Select(i => Text(context.Plain(row.Cells[i])))];
                entries.Add(new OutlineEntry(EntryForm.TableRow, cells.FirstOrDefault() ?? EntryText.Empty, EntryText.Empty, cells, table.Columns,
                    ReadingContext.Citations(row.Cells), row.Position, "|" + string.Join("|", row.Markdown) + "|"));
            }
        }

        foreach (var item in section.TopItems())
        {
            if (OpeningWords.FirstParagraph(item) is { } paragraph)
            {
                var text = context.PlainLines(item);
                var head = OpeningWords.Bold(paragraph.Inline) is null && OpeningWords.Colon(text) < 0 ? "" : OpeningWords.Headline(paragraph, context);
                var body = text.StartsWith(head, StringComparison.Ordinal) ? text[head.Length..].TrimStart(' ', ':', '：', '、', ',') : text;
                entries.Add(new OutlineEntry(EntryForm.ListItem, Text(head), Text(body), [], [], ReadingContext.Citations([item]), context.Position(item), EntryMarkdown.Of(item, context)));
            }
        }

        return [.. entries.OrderBy(entry => entry.Position.Line).ThenBy(entry => entry.Position.Column)];

        static EntryText Text(string text) => new(text, [], []);
    }
}

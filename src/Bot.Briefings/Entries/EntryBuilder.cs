using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Entries;

/// <summary>Builds an entry from its blocks: head, body, citations, position, Markdown.</summary>
internal sealed class EntryBuilder(ReadingContext context)
{
    private readonly EntryTextReader _texts = new();
    private readonly PlainText _plain = new();
    private TableView? _table;
    private int _citationColumn;

    /// <summary>Whether to track where entries' text is in the source: an outlook's text is cut from there.</summary>
    public bool KeepsAnchors
    {
        set => _texts.KeepsAnchors = value;
    }

    /// <summary>Null if the blocks contain no text.</summary>
    public OutlineEntry? Of(EntrySpan span)
    {
        var opening = AppendHead(span.Head);
        foreach (var block in span.Rest)
        {
            _texts.Append(block);
        }

        var whole = _texts.Take();
        if (whole.Text.Length == 0)
        {
            return null;
        }

        var (start, end) = Head(span, whole, opening);
        var first = span.Head is ListItemBlock { Count: > 0 } item ? item[0].Span.Start : span.Head.Span.Start;
        var last = Math.Max(span.Head.Span.End, span.Rest.Count > 0 ? span.Rest[^1].Span.End : 0) + 1;
        return Entry(span.Form, whole, start, end, [], [], context.Position(span.Head), context.Slice(first, last), last);
    }

    /// <summary>The length of its opening paragraph; 0 if it has none.</summary>
    private int AppendHead(Block head)
    {
        if (head is not ContainerBlock item)
        {
            _texts.Append(head);
            return _texts.Length;
        }

        var opening = 0;
        foreach (var block in item)
        {
            _texts.Append(block);
            opening = opening == 0 && block is ParagraphBlock ? _texts.Length : opening;
        }

        return opening;
    }

    /// <summary>For a section that is one story: its heading is the head.</summary>
    public OutlineEntry OfSection(OutlineSection section)
    {
        var heading = context.Plain(section.Heading);
        _texts.Append(section.Heading);
        foreach (var block in section.Blocks)
        {
            _texts.Append(block);
        }

        var whole = _texts.Take();
        var end = Math.Min(heading.Length, whole.Text.Length);
        var last = section.Blocks.Count > 0 ? section.Blocks[^1].Span.End + 1 : section.Heading.Span.End + 1;
        return Entry(
            EntryForm.WholeSection,
            whole,
            0,
            end,
            [],
            [],
            context.Position(section.Heading),
            context.Slice(section.Heading.Span.Start, last),
            last
        );
    }

    /// <summary>A row; null if all cells are empty.</summary>
    public OutlineEntry? OfRow(TableView table, TableRowView row)
    {
        if (_table != table)
        {
            (_table, _citationColumn) = (table, CitationColumn(table));
        }

        var cells = new List<EntryText>(row.Cells.Count);
        var (head, start) = (-1, 0);
        foreach (var cell in row.Cells)
        {
            var text = _texts.Read(cell);
            head = head < 0 && HasLetter(text.Text) ? cells.Count : head;
            start += head < 0 && text.Text.Length > 0 ? text.Text.Length + 1 : 0;
            cells.Add(text);
        }

        if (head < 0)
        {
            return null;
        }

        var whole = EntryText.OfLines(cells);
        var entry = Entry(
            EntryForm.TableRow,
            whole,
            start,
            start + cells[head].Text.Length,
            cells,
            table.Columns,
            row.Position,
            Line(row),
            0
        );
        return entry with
        {
            Body = whole.Slice(entry.HeadEnd, whole.Text.Length),
            Citations = entry.Citations.Count > 0 ? entry.Citations : BareNumbers(_citationColumn, cells),
        };
    }

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private static OutlineEntry Entry(
        EntryForm form,
        EntryText whole,
        int start,
        int end,
        IReadOnlyList<EntryText> cells,
        IReadOnlyList<string> columns,
        TextPosition position,
        string markdown,
        int sourceEnd
    )
    {
        var text = whole.Text;
        var behind = end;
        while (
            behind < text.Length
            && (char.IsWhiteSpace(text[behind]) || text[behind] is ':' or '：' or '—' or '–' or '―' or '─' or '｜' or '→')
        )
        {
            behind++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':' or '：'))
        {
            end--;
        }

        return new OutlineEntry(
            form,
            whole.Slice(start, end),
            whole.Slice(behind, text.Length),
            cells,
            columns,
            Numbers(whole.Citations),
            position,
            markdown
        )
        {
            Whole = whole,
            HeadEnd = behind,
            SourceEnd = sourceEnd,
        };
    }

    private static List<int> Numbers(IReadOnlyList<CitationMark> marks)
    {
        var numbers = new List<int>(marks.Count);
        foreach (var mark in marks)
        {
            if (!numbers.Contains(mark.Number))
            {
                numbers.Add(mark.Number);
            }
        }

        return numbers;
    }

    /// <summary>Where the head is in its entry's text.</summary>
    /// <param name="opening">Length of its opening paragraph.</param>
    private (int Start, int End) Head(EntrySpan span, EntryText whole, int opening)
    {
        var text = whole.Text;
        switch (span.Form)
        {
            case EntryForm.SubHeading:
                return (HeadNumber.Skip(text, 0) is var number && number < opening ? number : 0, opening);
            case EntryForm.BoldLine when BoldLine.Of(span.Head) is { } line:
                for (var inline = ((LeafBlock)span.Head).Inline!.FirstChild; inline is not null; inline = inline.NextSibling)
                {
                    _plain.Append(inline);
                    if (inline == line.Last)
                    {
                        break;
                    }
                }

                var end = Math.Min(_plain.Take().Length, text.Length);
                return (HeadNumber.Skip(text, 0) is var numbered && numbered < end ? numbered : 0, end);
            case EntryForm.Paragraph:
                return (0, 0);
        }

        var paragraph = span.Head as ParagraphBlock ?? (span.Head is ContainerBlock item ? OpeningWords.FirstParagraph(item) : null);
        if (paragraph is null)
        {
            return (0, 0);
        }

        var length = Math.Min(opening, text.Length);
        if (OpeningWords.Bold(paragraph.Inline) is { } bold && whole.Bold is [var run, ..] && run.Start < length && HasWord(bold))
        {
            return (HeadNumber.Skip(text, run.Start) is var skipped && skipped < run.End ? skipped : run.Start, run.End);
        }

        var start = HeadNumber.Skip(text, Box(text));
        start = start < length ? start : 0;
        if (
            OpeningWords.Link(paragraph.Inline) is { } link
            && _plain.Take(link) is { Length: > 0 } title
            && text.AsSpan(start).StartsWith(title)
        )
        {
            return (start, start + title.Length);
        }

        var words = text.AsSpan(start, length - start);
        var colon = OpeningWords.Colon(words);
        return (start, start + (colon > 0 ? colon : OpeningWords.FirstSentence(words)));
    }

    /// <summary>Index after a task's checkbox.</summary>
    private static int Box(ReadOnlySpan<char> text) =>
        text.StartsWith("[x] ") || text.StartsWith("[X] ") || text.StartsWith("[ ] ") ? 4 : 0;

    private bool HasWord(ContainerInline inlines)
    {
        foreach (var c in _plain.Take(inlines))
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Bare numbers in a column of citations, where they count.</summary>
    private static List<int> BareNumbers(int column, List<EntryText> cells)
    {
        if (column < 0 || column >= cells.Count)
        {
            return [];
        }

        var mark = "[" + cells[column].Text + "]";
        return CitationParser.MarkEnd(mark, 0, mark.Length - 1, out var numbers) == mark.Length ? numbers : [];
    }

    /// <summary>The first column whose header names citations; -1 if none does.</summary>
    private int CitationColumn(TableView table)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (context.Vocabulary.Columns.IsWhole(Folding.Fold(table.Columns[i]), out var role) && role == FieldRole.Citations)
            {
                return i;
            }
        }

        return -1;
    }

    private string Line(TableRowView row)
    {
        var first = row.Cells.FirstOrDefault(cell => !cell.Span.IsEmpty);
        var last = row.Cells.LastOrDefault(cell => !cell.Span.IsEmpty);
        if (first is null || last is null)
        {
            return "";
        }

        var start = context.Map.LineStart(first.Span.Start);
        var behind = last.Span.End + 1;
        var end = context.Source.AsSpan(behind).IndexOfAny('\n', '\r');
        return context.Source.AsSpan(start, (end < 0 ? context.Source.Length : behind + end) - start).Trim().ToString();
    }
}

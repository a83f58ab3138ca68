using Bot.Briefings.Entries;
using Bot.Briefings.Reading;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Outlines;

/// <summary>
/// Gives the tree the shape that its author meant: a rule directly below a text does not make it a heading, ## needs no space after it,
/// and a bold line within a paragraph, or one that opens with a bold label, starts a new paragraph, even below a list.
/// </summary>
internal sealed class DocumentShape(MarkdownDocument document, ReadingContext context)
{
    /// <summary>An underlined heading is short.</summary>
    private const int LongestUnderlined = 60;

    public void Mend()
    {
        for (var i = 0; i < document.Count; i++)
        {
            switch (document[i])
            {
                case HeadingBlock { IsSetext: true } underlined when IsText(underlined):
                    Divide(underlined, i);
                    i--;
                    break;
                case ParagraphBlock paragraph when HeadingLevel(paragraph) is > 0 and var level:
                    document[i] = Heading(paragraph, level);
                    break;
                case ParagraphBlock paragraph when TypedBullets.Of(paragraph) is { } bullets:
                    document[i] = bullets;
                    break;
                case ParagraphBlock paragraph:
                    Split(paragraph, i);
                    break;
                case ListBlock list:
                    Release(list, i);
                    break;
            }
        }
    }

    /// <summary>Makes the rest of a paragraph, from an inline on, the document's next paragraph.</summary>
    public static ParagraphBlock SplitBefore(ParagraphBlock paragraph, Inline next, ContainerBlock parent, int index)
    {
        var inlines = new ContainerInline();
        while (next.PreviousSibling is { } before && BoldLine.IsBreak(before))
        {
            before.Remove();
        }

        var end = paragraph.Span.End;
        paragraph.Span.End = next.PreviousSibling is { } last ? last.Span.End : paragraph.Span.Start;
        paragraph.Inline!.Span.End = paragraph.Span.End;
        for (Inline? inline = next; inline is not null; )
        {
            var following = inline.NextSibling;
            inline.Remove();
            inlines.AppendChild(inline);
            inline = following;
        }

        var span = new SourceSpan(next.Span.Start, end);
        inlines.Span = span;
        var rest = new ParagraphBlock
        {
            Inline = inlines,
            Span = span,
            Line = next.Line,
            Column = next.Column,
        };
        parent.Insert(index + 1, rest);
        return rest;
    }

    private bool IsText(HeadingBlock heading)
    {
        var text = context.Plain(heading);
        return text.Length > LongestUnderlined
            || text.AsSpan().IndexOfAny("。！？") >= 0
            || heading.Inline?.FindDescendants<LineBreakInline>().Any() == true
            || BoldLine.At(heading.Inline!.FirstChild!) is not null;
    }

    private void Divide(HeadingBlock heading, int index)
    {
        var inlines = heading.Inline;
        heading.Inline = null;
        var end = inlines?.LastChild?.Span.End ?? heading.Span.Start;
        document[index] = new ParagraphBlock
        {
            Inline = inlines,
            Span = new SourceSpan(heading.Span.Start, end),
            Line = heading.Line,
            Column = heading.Column,
        };
        document.Insert(
            index + 1,
            new ThematicBreakBlock(new ThematicBreakParser()) { Span = new SourceSpan(end + 1, heading.Span.End), Line = heading.Line }
        );
    }

    private static int HeadingLevel(ParagraphBlock paragraph)
    {
        if (
            paragraph.Inline?.FirstChild is not LiteralInline first
            || first.Content.Length < 3
            || first.Content.Text[first.Content.Start] != '#'
            || paragraph.Inline.FindDescendants<LineBreakInline>().Any()
        )
        {
            return 0;
        }

        var text = first.Content.AsSpan();
        var level = text.IndexOfAnyExcept('#');
        return level is >= 2 and <= 6 && !char.IsAsciiDigit(text[level]) ? level : 0;
    }

    private static HeadingBlock Heading(ParagraphBlock paragraph, int level)
    {
        var inlines = paragraph.Inline!;
        paragraph.Inline = null;
        var first = (LiteralInline)inlines.FirstChild!;
        first.Content = new StringSlice(first.Content.Text, first.Content.Start + level, first.Content.End);
        first.Span.Start += level;
        return new HeadingBlock(null!)
        {
            Level = level,
            HeaderChar = '#',
            Inline = inlines,
            Span = paragraph.Span,
            Line = paragraph.Line,
            Column = paragraph.Column,
        };
    }

    private void Split(ParagraphBlock paragraph, int index)
    {
        var labelled = paragraph.Inline is { } inlines && OpeningWords.IsLabelled(inlines);
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (
                BoldLine.IsBreak(inline)
                && inline.NextSibling is { } next
                && (BoldLine.At(next) is not null || (labelled && BoldLine.RunOf(next) is { } run && OpeningWords.IsLabel(run)))
            )
            {
                SplitBefore(paragraph, next, document, index);
                return;
            }
        }
    }

    /// <summary>- item, and on the next line at the margin **Sources**: Markdown takes it for part of the item.</summary>
    private void Release(ListBlock list, int index)
    {
        if (list.LastChild is not ListItemBlock { LastChild: ParagraphBlock { Inline.FirstChild: { } first } paragraph })
        {
            return;
        }

        for (Inline? inline = first; inline is not null; inline = inline.NextSibling)
        {
            if (
                BoldLine.IsBreak(inline)
                && inline.NextSibling is { } next
                && context.Map.LineStart(next.Span.Start) == next.Span.Start
                && BoldLine.At(next) is not null
            )
            {
                var end = paragraph.Span.End;
                SplitBefore(paragraph, next, document, index);
                foreach (var outer in (MarkdownObject[])[list, list.LastChild])
                {
                    outer.Span.End = Math.Min(outer.Span.End, paragraph.Span.End);
                }

                return;
            }
        }
    }
}

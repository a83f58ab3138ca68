using Bot.Briefings.Citations;
using Bot.Briefings.Links;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Inspection;

/// <summary>Walks the whole tree once and reports what the author should check: links, tags, mentions, ragged rows.</summary>
internal sealed class Inspector(ReadingContext context)
{
    private readonly bool _mayMention = context.Source.AsSpan().IndexOfAny('@', '<', '&') >= 0;
    private readonly PlainText _plain = new();

    /// <summary>Citation marks in document order, without those in references sections.</summary>
    public List<CitationInline> Citations { get; } = [];

    public void Inspect(IReadOnlyList<Block> blocks, bool isReferences)
    {
        foreach (var block in blocks)
        {
            Inspect(block, isReferences);
        }
    }

    public void Inspect(Block block, bool isReferences)
    {
        switch (block)
        {
            case Table table:
                Rows(table);
                Children(table, isReferences);
                break;
            case HtmlBlock html when !IsClosedComment(html):
                context.Warn(
                    WarningCodes.RawHtml,
                    html.Lines.Lines is { Length: > 0 } lines ? lines[0].Slice.ToString() : "",
                    html.Span.Start
                );
                break;
            case LinkReferenceDefinition definition:
                Link(definition.Url, definition.Span.Start);
                break;
            case LeafBlock { Inline: { } inlines }:
                Inspect(inlines, isReferences);
                if (_mayMention && Source(block).IndexOfAny('@', '<', '&') >= 0)
                {
                    Mentions(inlines, block);
                }

                break;
            case ContainerBlock container:
                Children(container, isReferences);
                break;
        }
    }

    private void Children(ContainerBlock container, bool isReferences)
    {
        for (var i = 0; i < container.Count; i++)
        {
            Inspect(container[i], isReferences);
        }
    }

    private void Inspect(ContainerInline inlines, bool isReferences)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline:
                    // By far the most frequent, and nothing to report.
                    break;
                case CitationInline citation:
                    Link(citation.WrittenUrl, citation.Span.Start);
                    if (!isReferences)
                    {
                        Citations.Add(citation);
                    }

                    break;
                case LinkInline link:
                    Link(link.Url, link.Span.Start);
                    Inspect(link, isReferences);
                    break;
                case AutolinkInline { IsEmail: false } autolink:
                    Link(autolink.Url, autolink.Span.Start);
                    break;
                case HtmlInline html when !HtmlTag.IsBreak(html.Tag) && !HtmlTag.IsComment(html.Tag) && !HtmlTag.IsMention(html.Tag):
                    context.Warn(WarningCodes.RawHtml, html.Tag, html.Span.Start);
                    break;
                case ContainerInline container:
                    Inspect(container, isReferences);
                    break;
            }
        }
    }

    private void Link(string? url, int offset)
    {
        if (url is not null && !LinkScheme.IsSafe(url))
        {
            context.Warn(WarningCodes.UnsafeLink, url, offset);
        }
    }

    private void Mentions(ContainerInline inlines, Block block)
    {
        var text = Mention.WithoutCode(inlines, _plain);
        if (Mention.Find(text)?.Trim(' ', '.', ',', '、', '。') is { } mention)
        {
            var at = Source(block).IndexOf(mention);
            context.Warn(WarningCodes.MentionInjection, mention, block.Span.Start + Math.Max(0, at));
        }
    }

    private ReadOnlySpan<char> Source(Block block) =>
        context.Source.AsSpan(Math.Clamp(block.Span.Start, 0, context.Source.Length))[
            ..Math.Clamp(block.Span.Length, 0, context.Source.Length - Math.Clamp(block.Span.Start, 0, context.Source.Length))
        ];

    private void Rows(Table table)
    {
        var columns = -1;
        var line = context.Position(table).Line;
        foreach (var block in table)
        {
            if (block is not TableRow row)
            {
                continue;
            }

            var cells = Cells(row);
            if (row.IsHeader)
            {
                columns = cells;
                line++;
                continue;
            }

            line = row.Span.IsEmpty ? line + 1 : context.Position(row).Line;
            if (columns >= 0 && cells != columns)
            {
                context.Warnings.Add(new Warning(WarningCodes.RaggedTableRow, $"{cells} / {columns}", new TextPosition(line, 1)));
            }
        }
    }

    /// <summary>The cells that have content.</summary>
    private static int Cells(TableRow row)
    {
        var cells = 0;
        foreach (var block in row)
        {
            cells += block is TableCell { Count: > 0 } ? 1 : 0;
        }

        return cells;
    }

    private static bool IsClosedComment(HtmlBlock html) =>
        html.Type == HtmlBlockType.Comment && html.Lines.ToString().Contains("-->", StringComparison.Ordinal);
}

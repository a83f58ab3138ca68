using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat.Trees;
using Bot.Posts.Bodies;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Funding;

/// <summary>A cell of a round's row, with the role of its column.</summary>
/// <param name="Header">Plain text of the column's header; empty if it has none.</param>
/// <param name="Content">Clean inlines, detached from any document.</param>
public sealed record FundingCell(FieldRole Role, string Header, ContainerInline Content)
{
    public bool IsEmpty => TableCards.IsEmpty(Content);
}

/// <summary>The cells of a round.</summary>
public static class FundingCells
{
    /// <summary>Longer cells are shown as written, because Markdig's quadratic cases would become noticeable.</summary>
    private const int LongestParsed = 20_000;

    private static readonly MarkdownPipeline InlinesOnly = Pipeline();

    /// <summary>
    /// The cells of a round from its stored Markdown, clean and with resolved citations; for replies, which do not have
    /// the briefing's tree. A list item has one cell.
    /// </summary>
    public static List<FundingCell> Of(FundingRound round, IReadOnlyDictionary<int, Reference> references) =>
        [
            .. round.Fields.Select(field =>
            {
                var paragraph = Parse(field.Markdown);
                Sanitizer.Clean(paragraph.Inline);
                CitationResolver.Resolve([paragraph], references);
                return new FundingCell(field.Role, field.Header, Cut.Trim(paragraph.Inline!));
            }),
        ];

    /// <summary>Moves the cells of a clean row out of its table. A cell beyond the header row has no label.</summary>
    public static List<FundingCell> Of(FundingRound round, TableRow row) =>
        [
            .. row.OfType<TableCell>()
                .Select(
                    (cell, at) =>
                        at < round.Fields.Count
                            ? new FundingCell(round.Fields[at].Role, round.Fields[at].Header, TableCards.Content(cell))
                            : new FundingCell(FieldRole.Other, "", TableCards.Content(cell))
                ),
        ];

    private static ParagraphBlock Parse(string markdown)
    {
        try
        {
            if (
                markdown.Length <= LongestParsed
                && Markdown.Parse(markdown, InlinesOnly) is [ParagraphBlock { Inline: not null } paragraph]
            )
            {
                return paragraph;
            }
        }
        catch (ArgumentException)
        {
            // Too deeply nested for Markdig.
        }

        return Nodes.Paragraph(FlatText.Collapse(markdown));
    }

    /// <summary>A cell is not a document: "1. x" or "- x" in it is text.</summary>
    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().UseCjkFriendlyEmphasis();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        builder.Extensions.AddIfNotAlready<CitationExtension>();
        return builder.Build();
    }
}

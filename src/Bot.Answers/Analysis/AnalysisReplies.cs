using Bot.Answers.Replies;
using Bot.Answers.Texts;
using Bot.Archive.Queries;
using Bot.Archive.Saving;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Analysis;

/// <summary>Words a comparison: a card a row, its first cell bold, then each column with its cell; or what changed.</summary>
internal sealed class AnalysisReplies(AnswerFrame frame, ArchivedBriefing briefing, IReadOnlyList<Reference> references)
{
    private AnswerTexts Texts => frame.Texts;

    public Reply Table(IReadOnlyList<ArchivedItem> rows)
    {
        var blocks = new List<Block>
        {
            AnswerFrame.First(Texts.Counted(AnswerText.AnalysisFirstOne, AnswerText.AnalysisFirstMany, rows.Count, frame.Day(briefing))),
        };
        blocks.AddRange(frame.SampleNote([briefing]));
        blocks.AddRange(rows.Select(row => Card(EntryJson.ReadComparisonRow(row.Data))));
        blocks.AddRange(SourcesLine.For(blocks, Texts.Locale) is { } line ? [line] : []);
        var edition = EditionNames.Argument(briefing.Date, briefing.Edition);
        return frame.OfDay(
            briefing,
            frame.Reply(
                blocks,
                frame.Button(
                    Texts[AnswerText.ChoiceDiff],
                    AnalysisHandler.Name,
                    $"{AnalysisHandler.Diff} {edition}".TrimEnd(),
                    briefing.Date
                ),
                frame.DayButton(AnswerText.InsightOfDay, "insight", briefing)
            )
        );
    }

    public Reply NoPrevious() =>
        frame.OfDay(
            briefing,
            frame.Reply(
                [AnswerFrame.First(Texts.Of(AnswerText.AnalysisNoPrevious, frame.Day(briefing)))],
                frame.DayButton(AnswerText.AnalysisOfDay, AnalysisHandler.Name, briefing)
            )
        );

    public Reply Changes(ArchivedBriefing previous, IReadOnlyList<Reference> before, IReadOnlyList<RowChange> changes)
    {
        var blocks = new List<Block>
        {
            AnswerFrame.First(
                changes.Count == 0
                    ? Texts.Of(AnswerText.AnalysisUnchanged, frame.Day(previous), frame.Day(briefing))
                    : Texts.Of(AnswerText.AnalysisChanged, frame.Day(previous), frame.Day(briefing), changes.Count)
            ),
        };
        blocks.AddRange(frame.SampleNote([previous, briefing]));
        blocks.AddRange(changes.Select(change => Card(change, before)));
        return frame.OfDay(
            briefing,
            frame.Reply(
                blocks,
                frame.DayButton(AnswerText.AnalysisOfDay, AnalysisHandler.Name, briefing),
                frame.DayButton(AnswerText.AnalysisOfDay, AnalysisHandler.Name, previous)
            )
        );
    }

    private RoleBlock Card(RowChange change, IReadOnlyList<Reference> before)
    {
        if (change.After is null)
        {
            return Nodes.Role(
                BlockRole.Card,
                Nodes.Paragraph(Nodes.Bold(Nodes.Text(change.Name)), Nodes.Text(" " + Texts[AnswerText.RowGone]))
            );
        }

        if (change.Before is null)
        {
            var added = Card(change.After);
            ((ParagraphBlock)added[0]).Inline!.FirstChild!.InsertAfter(Nodes.Text(" " + Texts[AnswerText.RowNew]));
            return added;
        }

        var lines = new List<IReadOnlyList<Inline>> { new Inline[] { Nodes.Bold(Nodes.Text(change.Name)) } };
        lines.AddRange(
            change.Cells.Select(cell =>
                (IReadOnlyList<Inline>)
                    [
                        Nodes.Text(cell.Column.Length == 0 ? "" : cell.Column + Texts[AnswerText.Colon]),
                        .. Cell(cell.Before, before),
                        Nodes.Text(" → "),
                        .. Cell(cell.After, references),
                    ]
            )
        );
        return Nodes.Role(BlockRole.Card, AnswerFrame.Lines(lines));
    }

    private RoleBlock Card(ComparisonRow row)
    {
        var lines = new List<IReadOnlyList<Inline>>();
        for (var at = 0; at < row.Cells.Count; at++)
        {
            var cell = Cell(row.Cells[at], references);
            var column = row.Columns.ElementAtOrDefault(at) ?? "";
            lines.Add(
                at == 0 ? [Nodes.Bold(cell)]
                : column.Length == 0 ? cell
                : [Nodes.Text(column + Texts[AnswerText.Colon]), .. cell]
            );
        }

        return Nodes.Role(BlockRole.Card, AnswerFrame.Lines(lines));
    }

    /// <summary>A cell's inlines as its author wrote them; a dash for an empty one.</summary>
    private static List<Inline> Cell(string markdown, IReadOnlyList<Reference> references)
    {
        var inlines = AuthorText
            .Blocks(markdown, CitationResolver.ByNumber(references))
            .OfType<LeafBlock>()
            .SelectMany(block => Nodes.Take(block.Inline))
            .ToList();
        return inlines.Count == 0 ? [Nodes.Text("–")] : inlines;
    }
}

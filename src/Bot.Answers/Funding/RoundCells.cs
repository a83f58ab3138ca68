using Bot.Answers.Texts;
using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Funding;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Answers.Funding;

/// <summary>The cells of a stored round, for the card shared by posts and answers.</summary>
public static class RoundCells
{
    /// <summary>
    /// The row's cells, followed by cells for parsed facts that have none of their own (a list item's amount, the stage
    /// beside an amount in an unknown column).
    /// </summary>
    /// <param name="forReply">A reply gives the stage its own line; in a post, beside the amount is enough.</param>
    public static IReadOnlyList<FundingCell> Of(
        FundingRound round,
        IReadOnlyDictionary<int, Reference> references,
        AnswerTexts texts,
        bool forReply
    )
    {
        var cells = FundingCells.Of(round, references);
        Add(FieldRole.Amount, round.Amount?.Raw ?? (round.Undisclosed ? texts[AnswerText.Undisclosed] : null));
        if (!cells.Exists(cell => cell.Role == FieldRole.Amount && Holds(cell, round.Valuation?.Raw)))
        {
            Add(FieldRole.Valuation, round.Valuation?.Raw);
        }

        if (forReply || !cells.Exists(cell => cell.Role is FieldRole.Amount && cell.Header.Length > 0))
        {
            Add(FieldRole.Stage, round.Stage is { } stage ? StageNames.Of(stage, texts.Shared) : null);
        }

        Add(FieldRole.Investors, round.Investors.Count > 0 ? string.Join(texts.Shared.Separator, round.Investors) : null);
        if (!cells.Exists(cell => cell.Content.Descendants<CitationInline>().Any()))
        {
            Add(FieldRole.Citations, round.Citations.Count > 0 ? string.Join(", ", round.Citations) : null);
        }

        return cells;

        void Add(FieldRole role, string? words)
        {
            if (words is not null && !cells.Exists(cell => cell.Role == role))
            {
                var content = new ContainerInline();
                content.AppendChild(Nodes.Text(words));
                cells.Add(new FundingCell(role, "", content));
            }
        }
    }

    private static bool Holds(FundingCell cell, string? words) =>
        words is not null && FlatText.Of(cell.Content).Contains(words, StringComparison.Ordinal);
}

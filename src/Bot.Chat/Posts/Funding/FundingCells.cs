using Bot.Briefings.Model;
using Bot.Chat.Posts.Bodies;
using Markdig.Extensions.Tables;
using Markdig.Syntax.Inlines;

namespace Bot.Chat.Posts.Funding;

/// <summary>A cell of a round's row, with what its column holds.</summary>
/// <param name="Header">Plain text of the column's header; empty if it has none.</param>
/// <param name="Content">Clean inlines that stand nowhere else.</param>
public sealed record FundingCell(FieldRole Role, string Header, ContainerInline Content)
{
    public bool IsEmpty => TableCards.IsEmpty(Content);
}

/// <summary>The cells of a round.</summary>
public static class FundingCells
{
    /// <summary>Takes the cells of a clean row out of its table. A cell beyond the header has no label.</summary>
    public static List<FundingCell> Of(FundingRound round, TableRow row) =>
    [
        .. row.OfType<TableCell>().Select((cell, at) => at < round.Fields.Count
            ? new FundingCell(round.Fields[at].Role, round.Fields[at].Header, TableCards.Content(cell))
            : new FundingCell(FieldRole.Other, "", TableCards.Content(cell))),
    ];
}

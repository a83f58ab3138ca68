using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts.Funding;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Posts.Bodies;

/// <summary>
/// The rounds of a startups section: the total, then one card per round in place of its row or item; prose is unchanged.
/// </summary>
internal sealed class FundingBody(IReadOnlyList<FundingRound> rounds, Texts texts)
{
    private readonly Queue<FundingRound> _rows = new(rounds.Where(round => !IsListItem(round)));

    public IEnumerable<Block> Compose(IReadOnlyList<Block> blocks)
    {
        if (FundingTotal.Line(rounds, texts.Locale) is { } total)
        {
            yield return Nodes.Small(total);
        }

        foreach (var block in blocks.SelectMany(Compose))
        {
            yield return block;
        }
    }

    private IEnumerable<Block> Compose(Block block) => block switch
    {
        Table table when HasRound(table) => Cards(table),
        ListBlock list when list.Any(IsRound) => Nodes.Take(list).Cast<ListItemBlock>().SelectMany(Item),
        _ => AuthorBlocks.Arrange(block, texts),
    };

    private IEnumerable<Block> Cards(Table table)
    {
        var headers = TableCards.Headers(table);
        foreach (var row in Nodes.Take(table).Cast<TableRow>().Where(row => !row.IsHeader))
        {
            if (_rows.TryPeek(out var round) && IsRowOf(round, row))
            {
                _rows.Dequeue();
                yield return FundingCard.InPost(round, FundingCells.Of(round, row), texts.Locale);
            }
            else if (TableCards.Of(row, headers) is { } card)
            {
                yield return card;
            }
        }
    }

    private IEnumerable<Block> Item(ListItemBlock item)
    {
        var isRound = IsRound(item);
        var content = AuthorBlocks.Arrange(Nodes.Take(item), texts);
        return isRound ? [Nodes.Role(BlockRole.Card, content)] : content;
    }

    private bool HasRound(Table table) =>
        _rows.TryPeek(out var round) && table.OfType<TableRow>().Any(row => !row.IsHeader && IsRowOf(round, row));

    /// <summary>
    /// Rounds are in row order, so a row belongs to the next round if its company cell starts with that round's company.
    /// </summary>
    private static bool IsRowOf(FundingRound round, TableRow row)
    {
        var column = round.Fields.Select((field, at) => (field, at)).FirstOrDefault(pair => pair.field.Role == FieldRole.Company, (null!, -1)).at;
        return column >= 0
            && column < row.Count
            && CompanyName.Key(FlatText.Plain(row[column])).StartsWith(CompanyName.Key(round.Company), StringComparison.Ordinal);
    }

    private bool IsRound(Block item) => rounds.Any(round => IsListItem(round) && round.Position.Line == item.Line + 1);

    private static bool IsListItem(FundingRound round) => round.Fields is [] or [{ Role: FieldRole.Summary }];
}

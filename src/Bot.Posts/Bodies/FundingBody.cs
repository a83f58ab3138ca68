using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts.Funding;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Posts.Bodies;

/// <summary>
/// The rounds of a startups section (messages.md, rule 8): their total, then a card a round where its row stood, or one table where there
/// are many. A round told in prose stays the author's prose, with a small line of its figures under the headline.
/// </summary>
internal sealed class FundingBody(IReadOnlyList<FundingRound> rounds, Texts texts)
{
    private readonly Queue<FundingRound> _rows = new(rounds.Where(round => !IsTold(round)));
    private readonly bool _areMany = rounds.Count(round => !IsTold(round)) > RoundTable.MostCards;
    private readonly ILookup<int, FundingRound> _told = rounds.Where(IsTold).ToLookup(round => round.Position.Line);

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

    private IEnumerable<Block> Compose(Block block) =>
        block switch
        {
            Table table when HasRound(table) => Rows(table),
            ListBlock list when list.Any(item => Told(item).Any()) => Nodes.Take(list).Cast<ListItemBlock>().SelectMany(Item),
            _ => WithFacts(AuthorBlocks.Arrange(block), Told(block)),
        };

    private IEnumerable<Block> Rows(Table table)
    {
        var many = new List<(FundingRound, IReadOnlyList<FundingCell>)>();
        var cards = new List<Block>();
        var hasNumbers = RowNumbers.AreIn(table);
        var headers = TableCards.Headers(table);
        foreach (var row in Nodes.Take(table).Cast<TableRow>().Where(row => !row.IsHeader))
        {
            if (_rows.TryPeek(out var round) && IsRowOf(round, row))
            {
                _rows.Dequeue();
                var cells = FundingCells.Of(round, row)[(hasNumbers ? 1 : 0)..];
                if (_areMany)
                {
                    many.Add((round, cells));
                }
                else
                {
                    cards.Add(FundingCard.InPost(round, cells, texts.Locale));
                }
            }
            else if (TableCards.Of(row, headers) is { } card)
            {
                cards.Add(card);
            }
        }

        return many.Count > 0 ? cards.Prepend(RoundTable.Of(many, texts.Locale)) : cards;
    }

    private IEnumerable<Block> Item(ListItemBlock item)
    {
        var told = Told(item).ToList();
        var content = AuthorBlocks.Arrange(Nodes.Take(item));
        return told.Count > 0 ? [Nodes.Role(BlockRole.Card, WithFacts(content, told))] : content;
    }

    private bool HasRound(Table table) =>
        _rows.TryPeek(out var round) && table.OfType<TableRow>().Any(row => !row.IsHeader && IsRowOf(round, row));

    /// <summary>
    /// Rounds are in row order, so a row belongs to the next round if its company cell starts with that round's company.
    /// </summary>
    private static bool IsRowOf(FundingRound round, TableRow row)
    {
        var column = round
            .Fields.Select((field, at) => (field, at))
            .FirstOrDefault(pair => pair.field.Role == FieldRole.Company, (null!, -1))
            .at;
        return column >= 0
            && column < row.Count
            && CompanyName.Key(FlatText.Plain(row[column])).StartsWith(CompanyName.Key(round.Company), StringComparison.Ordinal);
    }

    private IEnumerable<FundingRound> Told(Block block) => _told[block.Line + 1];

    /// <summary>The figures of a round stand below the first block of its entry.</summary>
    private IEnumerable<Block> WithFacts(IEnumerable<Block> blocks, IEnumerable<FundingRound> told)
    {
        var isFirst = true;
        foreach (var block in blocks)
        {
            yield return block;
            if (isFirst && RoundFacts.Lines([.. told], texts) is { Count: > 0 } lines)
            {
                yield return Nodes.Role(BlockRole.Small, lines.Select(Nodes.Paragraph));
            }

            isFirst = false;
        }
    }

    private static bool IsTold(FundingRound round) => round.Fields is [] or [{ Role: FieldRole.Summary }];
}

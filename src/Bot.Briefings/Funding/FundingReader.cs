using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding;

/// <summary>The funding rounds of a startups section, in file order.</summary>
internal static class FundingReader
{
    public static IEnumerable<FundingRound> Read(SectionBlocks section, IReadOnlyList<TableView> tables, ReadingContext context)
    {
        var monies = new MoneyScanner(context.Vocabulary);
        var stages = new StageScanner(context.Vocabulary);
        var amounts = new AmountCellReader(context.Vocabulary, monies, stages);
        var cell = new InvestorCell(context.Vocabulary);
        var rows = new FundingTableReader(context, monies, amounts, stages, cell);
        var items = new FundingListReader(context, monies, new AmountProse(context.Vocabulary, monies), stages, new InvestorProse(context.Vocabulary, cell));
        return tables.SelectMany(table => rows.Read(section, table)).Concat(items.Read(section))
            .OrderBy(round => round.Position.Line).ThenBy(round => round.Position.Column);
    }
}

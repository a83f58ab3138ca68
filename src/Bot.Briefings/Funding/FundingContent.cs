using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Briefings.Funding;

/// <summary>What the cells of a column say about it when its header has no word to say (Deal, Player).</summary>
internal sealed class FundingContent(TableView table, ReadingContext context, MoneyScanner monies, StageScanner stages)
{
    /// <summary>
    /// Most cells that are written state money (an amount), a stage and no more (a stage), or open in bold or as a link (a company).
    /// No other role shows in a cell.
    /// </summary>
    public bool Holds(int column, FieldRole role)
    {
        var (written, holding) = (0, 0);
        foreach (var cell in table.Rows.Select(row => row.Cell(column)).OfType<TableCell>())
        {
            var text = context.Plain(cell);
            if (text.Length > 0 && !context.Vocabulary.EmptyMarks.IsWhole(Folding.Fold(text), out _))
            {
                written++;
                holding += Holds(cell, Folding.Fold(text), role) ? 1 : 0;
            }
        }

        return holding * 2 > written;
    }

    private bool Holds(TableCell cell, string folded, FieldRole role) => role switch
    {
        FieldRole.Amount => monies.FindAll(folded).Count > 0,
        FieldRole.Stage => stages.InCell(folded) is not null && monies.FindAll(folded).Count == 0,
        FieldRole.Company => cell.Count > 0 && cell[0] is ParagraphBlock { Inline: { } inlines }
            && (OpeningWords.Bold(inlines) is not null || inlines.FirstChild is Markdig.Syntax.Inlines.LinkInline { IsImage: false }),
        _ => false,
    };
}

using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>What the cells of a column say about it when its header has no word to say (Deal, Player).</summary>
internal sealed class FundingContent(IReadOnlyList<OutlineEntry> rows, Vocabulary vocabulary, MoneyScanner monies, StageScanner stages)
{
    /// <summary>
    /// Most cells that are written state money (an amount), a stage and no more (a stage), or open in bold or as a link (a company).
    /// No other role shows in a cell.
    /// </summary>
    public bool Holds(int column, FieldRole role)
    {
        var (written, holding) = (0, 0);
        foreach (var row in rows.Where(row => column < row.Cells.Count))
        {
            var folded = Folding.Fold(row.Cells[column].Text);
            if (folded.Length > 0 && !vocabulary.EmptyMarks.IsWhole(folded, out _))
            {
                written++;
                holding += Holds(row.Cells[column], folded, role) ? 1 : 0;
            }
        }

        return holding * 2 > written;
    }

    /// <summary>Every cell of a column is a name by its letters.</summary>
    public bool Names(int column) =>
        rows.All(row => column < row.Cells.Count && Companies.CompanyNames.IsName(row.Cells[column].Text, vocabulary));

    private bool Holds(EntryText cell, string folded, FieldRole role) =>
        role switch
        {
            FieldRole.Amount => monies.FindAll(folded).Count > 0,
            FieldRole.Stage => stages.InCell(folded) is not null && monies.FindAll(folded).Count == 0,
            FieldRole.Company => cell.Bold is [{ Start: 0 }, ..],
            _ => false,
        };
}

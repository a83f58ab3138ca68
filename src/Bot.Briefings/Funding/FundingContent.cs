using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>What a column's cells reveal if its header does not (Deal, Player).</summary>
internal sealed class FundingContent(IReadOnlyList<OutlineEntry> rows, Vocabulary vocabulary, MoneyScanner monies, StageScanner stages)
{
    /// <summary>
    /// Whether most non-empty cells state money (an amount), just a stage (a stage), or open in bold or as a link (a company). Cells
    /// reveal no other role.
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

    /// <summary>Whether every cell of a column looks like a name.</summary>
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

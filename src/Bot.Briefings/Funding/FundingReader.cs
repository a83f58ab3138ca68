using Bot.Briefings.Companies;
using Bot.Briefings.Entries;
using Bot.Briefings.Funding.Sentences;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding;

/// <summary>
/// The funding rounds of a section's entries, in file order. In a startups section every entry is a source, headline and text; in any
/// other, only an entry whose headline states a financing.
/// </summary>
internal sealed class FundingReader
{
    /// <summary>Maximum characters of a cell that only says which round it was: シリーズA完了.</summary>
    private const int StageCell = 16;

    private readonly Vocabulary _vocabulary;
    private readonly MoneyScanner _monies;
    private readonly StageScanner _stages;
    private readonly FundingRows _rows;
    private readonly LabelledReader _labels;
    private readonly ProseReader _prose;
    private readonly OtherNames _others;

    public FundingReader(Vocabulary vocabulary)
    {
        var cell = new InvestorCell(vocabulary);
        (_vocabulary, _monies, _stages) = (vocabulary, new MoneyScanner(vocabulary), new StageScanner(vocabulary));
        _rows = new FundingRows(vocabulary, _monies, _stages, cell);
        _labels = new LabelledReader(vocabulary, new AmountCellReader(vocabulary, _monies, _stages), _stages, cell);
        _prose = new ProseReader(vocabulary, _monies, cell);
        _others = new OtherNames(vocabulary);
    }

    /// <param name="section"><see cref="Section.Order"/> of the section.</param>
    /// <param name="entries">Its entries; rows of the same table are adjacent.</param>
    /// <param name="captionOf">The line above a row's table; empty if there is none.</param>
    /// <param name="unparsed">Called for a cell of amounts with words that state none.</param>
    /// <param name="heading">The section's heading; below one that speaks of purchases alone, an arrow is one.</param>
    public IEnumerable<FundingRound> Read(
        SectionKind kind,
        int section,
        IReadOnlyList<OutlineEntry> entries,
        Func<OutlineEntry, string> captionOf,
        Action<OutlineEntry, string> unparsed,
        string heading = ""
    )
    {
        if (kind is SectionKind.References or SectionKind.Outlook or SectionKind.Analysis or SectionKind.Insights)
        {
            // They repeat what the others said.
            yield break;
        }

        var ofDeals = kind == SectionKind.Startups && _prose.IsOfPurchases(heading);
        for (var i = 0; i < entries.Count; )
        {
            var table = Table(entries, i);
            var columns =
                kind == SectionKind.Startups && table.Count > 0
                    ? new FundingColumns(table[0].Columns, _vocabulary, new FundingContent(table, _vocabulary, _monies, _stages))
                    : null;
            var rounds =
                columns is { AreFunding: true } ? _rows.Read(section, table, columns, captionOf(table[0]), unparsed)
                : table.Count > 0 ? table.SelectMany(row => Prose(kind, section, row, columns, ofDeals))
                : Prose(kind, section, entries[i], null, ofDeals);
            foreach (var round in rounds)
            {
                yield return round;
            }

            i += Math.Max(1, table.Count);
        }
    }

    /// <summary>The rows of the table at a position; empty if there is none.</summary>
    private static List<OutlineEntry> Table(IReadOnlyList<OutlineEntry> entries, int at)
    {
        var rows = new List<OutlineEntry>();
        while (
            at < entries.Count
            && entries[at].Form == EntryForm.TableRow
            && (
                rows.Count == 0
                || ReferenceEquals(entries[at].Columns, rows[0].Columns)
                || entries[at].Columns.SequenceEqual(rows[0].Columns)
            )
        )
        {
            rows.Add(entries[at++]);
        }

        return rows;
    }

    private IEnumerable<FundingRound> Prose(SectionKind kind, int section, OutlineEntry entry, FundingColumns? columns, bool ofDeals)
    {
        var isStartup = kind == SectionKind.Startups;
        var isRow = columns is { Company: >= 0 };
        var company = isRow ? _rows.Company(entry, columns!) : null;
        if (isRow && company is null)
        {
            yield break;
        }

        List<Draft> drafts =
            isRow || !isStartup || _labels.Read(entry) is not { Count: > 0 } labelled
                ? _prose.Read(
                    isRow ? EntryText.Empty : entry.Head,
                    isRow ? Cells(entry, columns!) : [entry.Body],
                    company,
                    isStartup,
                    ofDeals
                )
                : labelled;
        if (drafts is [{ Kind: FinancingKind.Raise, Stage: null, FromHead: false } silent])
        {
            // X、シリーズCを完了: what the headline calls the round whose facts are listed below it.
            silent.Stage =
                _prose.StageOf(entry.Head.Text)
                ?? (
                    isRow
                        ? Cells(entry, columns!)
                            .Where(cell => cell.Text.Length <= StageCell)
                            .Select(cell => _prose.StageOf(cell.Text))
                            .FirstOrDefault(stage => stage is not null)
                        : null
                );
        }

        foreach (var draft in drafts.Where(draft => draft.Company is not null))
        {
            var name = CompanyNames.Strip(draft.Company!);
            yield return new FundingRound
            {
                SectionOrder = section,
                Company = name,
                Aliases = isRow
                    ? _rows.Aliases(entry, columns!, name)
                    : [.. draft.Aliases.Union(_others.Beside(name, entry.Head.Text), StringComparer.Ordinal)],
                Status = draft.Planned ? FundingStatus.Planned : FundingStatus.Completed,
                Amount = draft.Amount,
                Valuation = draft.Valuation,
                Undisclosed = draft.Undisclosed && draft.Amount is null,
                Stage = draft.Stage,
                Investors =
                [
                    .. draft
                        .Investors.Where(name =>
                            CompanyName.Key(name) != CompanyName.Key(draft.Company!)
                            && !(IsShortOf(name, draft.Company!) && entry.Head.Text.StartsWith(name, StringComparison.Ordinal))
                            && !draft.Investors.Exists(other => IsShortOf(name, other))
                        )
                        .Distinct(StringComparer.OrdinalIgnoreCase),
                ],
                Citations = drafts.Count > 1 && draft.Citations.Count > 0 ? draft.Citations : entry.Citations,
                Fields = isRow ? FundingRows.Fields(entry, columns!) : [new FundingField(FieldRole.Summary, "", entry.Markdown)],
                Position = entry.Position,
                Markdown = entry.Markdown,
            };
        }
    }

    /// <summary>Kite of Kite Capital.</summary>
    private static bool IsShortOf(string name, string other) =>
        other.Length > name.Length && other.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The cells of a row that may say what happened to its company.</summary>
    private static IEnumerable<EntryText> Cells(OutlineEntry row, FundingColumns columns) =>
        row.Cells.Where((_, column) => column != columns.Company && columns.Role(column) is not FieldRole.Citations);
}

using Bot.Briefings.Companies;
using Bot.Briefings.Entries;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Funding rounds from the rows of a table that lists financings.</summary>
internal sealed class FundingRows(Vocabulary vocabulary, MoneyScanner monies, StageScanner stages, InvestorCell investors)
{
    private readonly AmountCellReader _amounts = new(vocabulary, monies, stages);
    private readonly OtherNames _others = new(vocabulary);

    /// <param name="rows">Rows of one table.</param>
    /// <param name="caption">The line above the table; empty if there is none.</param>
    /// <param name="unparsed">Called for a cell of amounts with words that state none.</param>
    public IEnumerable<FundingRound> Read(
        int section,
        IReadOnlyList<OutlineEntry> rows,
        FundingColumns columns,
        string caption,
        Action<OutlineEntry, string> unparsed
    )
    {
        var amountHeader = columns.AmountHeader(columns.Amount);
        if (amountHeader.Defaults.Currency is null)
        {
            amountHeader = amountHeader with { Defaults = columns.Caption(Folding.Fold(caption)) };
        }

        var valuationHeader = columns.AmountHeader(columns.Valuation);
        if (valuationHeader.Defaults.Currency is null)
        {
            // Raised ($M) | Valuation: the table names its currency only once.
            valuationHeader = valuationHeader with
            {
                Defaults = new MoneyDefaults(0, amountHeader.Defaults.Currency),
            };
        }

        foreach (var row in rows)
        {
            if (Company(row, columns) is { } company)
            {
                var amount = _amounts.Read(Text(row, columns.Amount), amountHeader);
                if (amount.IsUnparsed && columns.Amount >= 0)
                {
                    unparsed(row, $"{company}: {Text(row, columns.Amount)}");
                }

                var round = Round(section, row, columns, company, amount, valuationHeader);
                if (SaysAnything(round) || !IsMeasure(Text(row, columns.Stage)))
                {
                    yield return round;
                }
            }
        }
    }

    /// <summary>売上 in a column of stages: with nothing but dashes beside it, the row is of no round.</summary>
    private bool IsMeasure(string stage) =>
        vocabulary.AmountRoles.TryFind(Folding.Fold(stage), 0, out var word) && word.Value == Vocabulary.AmountRole.Ignored;

    private static bool SaysAnything(FundingRound round) =>
        round is not { Amount: null, Valuation: null, Undisclosed: false, Stage: null, Investors: [] };

    /// <summary>The company a row is about; null if it names none (a total, an empty cell).</summary>
    public string? Company(OutlineEntry row, FundingColumns columns)
    {
        var text = Text(row, columns.Company);
        var slash = columns.SharesCompany ? text.AsSpan().IndexOfAny('/', '／') : -1;
        var name = CompanyNames.Strip(slash > 0 ? text[..slash] : text).TrimEnd('†', '‡', '§', '※', ' ');
        return
            name.Any(char.IsLetterOrDigit)
            && !vocabulary.TotalRows.IsWhole(Folding.Fold(name), out _)
            && !vocabulary.EmptyMarks.IsWhole(Folding.Fold(name), out _)
            ? name
            : null;
    }

    /// <summary>Other names that the company's cell gives: Anysphere（Cursor）.</summary>
    public IReadOnlyList<string> Aliases(OutlineEntry row, FundingColumns columns, string company) =>
        _others.Beside(company, Text(row, columns.Company));

    private FundingRound Round(
        int section,
        OutlineEntry row,
        FundingColumns columns,
        string company,
        AmountCell amount,
        AmountHeader valuationHeader
    )
    {
        var valuation =
            columns.Valuation >= 0 && columns.Valuation != columns.Amount
                ? _amounts.Read(Text(row, columns.Valuation), valuationHeader).Valuation
                : null;
        var stage = columns.Stage >= 0 ? stages.InCell(Folding.Fold(Text(row, columns.Stage))) : null;
        stage ??=
            amount.Stage
            ?? ImpliedStage(row, columns)
            ?? (columns.NamesStage(columns.Company) ? stages.InCell(Folding.Fold(Text(row, columns.Company))) : null);
        return new FundingRound
        {
            SectionOrder = section,
            Company = company,
            Aliases = Aliases(row, columns, company),
            Status = IsPlanned(row, columns) ? FundingStatus.Planned : FundingStatus.Completed,
            Amount = amount.Amount,
            Valuation = valuation ?? amount.Valuation ?? Told(row, columns),
            Undisclosed = amount.Undisclosed,
            Stage = stage,
            Investors =
            [
                .. columns
                    .Investors.Where(column => column < row.Cells.Count)
                    .SelectMany(column => investors.Read(row.Cells[column].Text))
                    .Distinct(),
            ],
            Citations = Citations(row, columns),
            Fields = Fields(row, columns),
            Position = row.Position,
            Markdown = row.Markdown,
        };
    }

    /// <summary>A value that a cell of notes states: 評価額10億ドル, valued at $1bn.</summary>
    private Money? Told(OutlineEntry row, FundingColumns columns)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (
                columns.Role(column) is FieldRole.Potential or FieldRole.Other or FieldRole.Summary
                && Text(row, column) is var text
                && OpeningWords.Sentences(text).Select(sentence => text[sentence].Trim()).FirstOrDefault(Speaks) is { } said
            )
            {
                return _amounts.Read(said, new AmountHeader([FieldRole.Valuation], default)).Valuation;
            }
        }

        return null;
    }

    private bool Speaks(string sentence) =>
        vocabulary.AmountRoles.TryMatch(Folding.Fold(sentence), 0, out var word) && word.Value == Vocabulary.AmountRole.Valuation;

    /// <summary>Whether a cell with the round's own facts says that it is not done yet: 10億ドル（交渉中）.</summary>
    private bool IsPlanned(OutlineEntry row, FundingColumns columns) =>
        Enumerable
            .Range(0, row.Cells.Count)
            .Any(column =>
                (column == columns.Amount || column == columns.Stage || IsStatus(row, column))
                && vocabulary.Financing.Planned.Contains(Folding.Fold(Text(row, column)))
            );

    private bool IsStatus(OutlineEntry row, int column) =>
        column < row.Columns.Count && vocabulary.Financing.StatusColumns.IsWhole(Folding.Fold(row.Columns[column]), out _);

    public static IReadOnlyList<FundingField> Fields(OutlineEntry row, FundingColumns columns)
    {
        var cells = RowMarkdown.Cells(row);
        return [.. cells.Select((markdown, i) => new FundingField(columns.Role(i), i < row.Columns.Count ? row.Columns[i] : "", markdown))];
    }

    /// <summary>買収額 and 買い手 determine every row's stage, unless the row says otherwise.</summary>
    private string? ImpliedStage(OutlineEntry row, FundingColumns columns) =>
        columns
            .Investors.Prepend(columns.Amount)
            .Where(column => column >= 0)
            .Select(column => stages.InCell(Folding.Fold(row.Columns[column])))
            .FirstOrDefault(stage => stage is not null);

    private static string Text(OutlineEntry row, int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column].Text : "";

    /// <summary>All of the row's citations; bare numbers count in a column of citations.</summary>
    private static IReadOnlyList<int> Citations(OutlineEntry row, FundingColumns columns)
    {
        if (row.Citations.Count > 0 || columns.Citations < 0)
        {
            return row.Citations;
        }

        var text = "[" + Text(row, columns.Citations) + "]";
        return Briefings.Citations.CitationParser.MarkEnd(text, 0, text.Length - 1, out var numbers) == text.Length
            ? numbers
            : row.Citations;
    }
}

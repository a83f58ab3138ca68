using Bot.Briefings.Companies;
using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Bot.Briefings.Funding;

/// <summary>Funding rounds from the rows of a table that lists financings.</summary>
internal sealed class FundingTableReader(ReadingContext context, MoneyScanner monies, AmountCellReader amounts, StageScanner stages, InvestorCell investors)
{
    private const int LongestCaption = 40;

    public IEnumerable<FundingRound> Read(SectionBlocks section, TableView table)
    {
        var columns = new FundingColumns(table.Columns, context.Vocabulary, new FundingContent(table, context, monies, stages));
        if (!columns.AreFunding)
        {
            yield break;
        }

        var amountHeader = columns.AmountHeader(columns.Amount);
        if (amountHeader.Defaults.Currency is null)
        {
            amountHeader = amountHeader with { Defaults = Caption(section, table, columns) };
        }

        var valuationHeader = columns.AmountHeader(columns.Valuation);
        if (valuationHeader.Defaults.Currency is null)
        {
            // Raised ($M) | Valuation: the table names its currency once.
            valuationHeader = valuationHeader with { Defaults = new MoneyDefaults(0, amountHeader.Defaults.Currency) };
        }

        foreach (var row in table.Rows)
        {
            if (row.Cell(columns.Company) is { } cell && CompanyNames.Strip(Name(context.Plain(cell), columns)) is { Length: > 0 } company && IsCompany(company))
            {
                yield return Round(section, table, columns, row, company, amountHeader, valuationHeader);
            }
        }
    }

    private static string Name(string text, FundingColumns columns)
    {
        var slash = columns.SharesCompany ? text.AsSpan().IndexOfAny('/', '／') : -1;
        return slash > 0 ? text[..slash] : text;
    }

    private bool IsCompany(string name) =>
        name.Any(char.IsLetterOrDigit) && !context.Vocabulary.TotalRows.IsWhole(Folding.Fold(name), out _) && !context.Vocabulary.EmptyMarks.IsWhole(Folding.Fold(name), out _);

    private FundingRound Round(
        SectionBlocks section, TableView table, FundingColumns columns, TableRowView row, string company, AmountHeader amountHeader, AmountHeader valuationHeader)
    {
        var amountText = Text(row, columns.Amount);
        var amount = amounts.Read(amountText, amountHeader);
        if (amount.IsUnparsed && columns.Amount >= 0)
        {
            context.Warnings.Add(new Warning(WarningCodes.UnparsedAmount, $"{company}: {amountText}", CellPosition(row, columns.Amount)));
        }

        var valuation = columns.Valuation >= 0 && columns.Valuation != columns.Amount ? amounts.Read(Text(row, columns.Valuation), valuationHeader).Valuation : null;
        var stage = columns.Stage >= 0 ? stages.InCell(Folding.Fold(Text(row, columns.Stage))) : null;
        stage ??= amount.Stage ?? ImpliedStage(table, columns) ?? (columns.NamesStage(columns.Company) ? stages.InCell(Folding.Fold(Text(row, columns.Company))) : null);
        var first = row.Cells[0];
        var last = row.Cells.LastOrDefault(cell => !cell.Span.IsEmpty) ?? first;
        return new FundingRound
        {
            SectionOrder = section.Order,
            Company = company,
            Amount = amount.Amount,
            Valuation = valuation ?? amount.Valuation,
            Undisclosed = amount.Undisclosed,
            Stage = stage,
            Investors = [.. columns.Investors.Select(row.Cell).OfType<TableCell>().SelectMany(investors.Read).Distinct()],
            Citations = Citations(row, columns),
            Fields = [.. row.Markdown.Select((markdown, i) => new FundingField(
                columns.Role(i), i < table.Columns.Count ? table.Columns[i] : "", markdown))],
            Position = row.Position,
            Markdown = Line(first, last),
        };
    }

    /// <summary>買収額 and 買い手 say of every row what it is, unless the row says otherwise.</summary>
    private string? ImpliedStage(TableView table, FundingColumns columns) => columns.Investors.Prepend(columns.Amount)
        .Where(column => column >= 0).Select(column => stages.InCell(Folding.Fold(table.Columns[column]))).FirstOrDefault(stage => stage is not null);

    /// <summary>調達額（単位：百万ドル）, Figures in $ millions: the line above the table says it for all of its numbers.</summary>
    private MoneyDefaults Caption(SectionBlocks section, TableView table, FundingColumns columns)
    {
        var before = section.Blocks.IndexOf(table.Table) - 1;
        if (before < 0 || section.Blocks[before] is not (ParagraphBlock or HeadingBlock))
        {
            return default;
        }

        var folded = Folding.Fold(context.Plain(section.Blocks[before]));
        return context.Vocabulary.UnitCaptions.TryFind(folded, 0, out var caption) && folded.Length - caption.Start <= LongestCaption
            ? columns.Defaults(folded[caption.Start..]) : default;
    }

    private string Text(TableRowView row, int column) => row.Cell(column) is { } cell ? context.Plain(cell) : "";

    private TextPosition CellPosition(TableRowView row, int column) =>
        row.Cell(column) is { Span.IsEmpty: false } cell ? context.Position(cell) : row.Position;

    /// <summary>Every citation of the row; a bare number counts in a column of citations.</summary>
    private IReadOnlyList<int> Citations(TableRowView row, FundingColumns columns)
    {
        var cited = ReadingContext.Citations(row.Cells);
        if (cited.Count > 0 || columns.Citations < 0)
        {
            return cited;
        }

        var text = "[" + Text(row, columns.Citations) + "]";
        return Briefings.Citations.CitationParser.MarkEnd(text, 0, text.Length - 1, out var numbers) == text.Length ? numbers : cited;
    }

    private string Line(TableCell first, TableCell last)
    {
        var start = first.Span.IsEmpty ? last.Span.Start : context.Map.LineStart(first.Span.Start);
        var end = context.Source.AsSpan(last.Span.End + 1).IndexOfAny('\n', '\r');
        return context.Source[start..(end < 0 ? context.Source.Length : last.Span.End + 1 + end)].Trim();
    }
}

using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts.Bodies;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Funding;

/// <summary>
/// Many rounds (messages.md, rule 9): one table with a round a row, the largest first. Where a platform has no table for so many, a line
/// a round says the same.
/// </summary>
public static class RoundTable
{
    /// <summary>More rounds than this are a table, up to this many are cards.</summary>
    public const int MostCards = 12;

    /// <summary>Values that say by themselves what they are.</summary>
    private static readonly HashSet<string> Unlabelled =
    [
        .. from locale in new[] { Locale.Japanese, Locale.English }
        from key in new[] { "LabelStage", "LabelSummary" }
        select Texts.In(locale)[key],
    ];

    private static readonly HashSet<string> SourceLabels = [Texts.In(Locale.Japanese)["Sources"], Texts.In(Locale.English)["Sources"]];

    /// <summary>A note of the order, then the table; its first columns are company and amount, its last the sources.</summary>
    /// <param name="rows">Each round with its cells, which are taken.</param>
    internal static RoleBlock Of(IReadOnlyList<(FundingRound Round, IReadOnlyList<FundingCell> Cells)> rows, Locale locale)
    {
        var texts = Texts.In(locale);
        var sorted = LargestFirst(rows, row => row.Round)
            .Select(row => new FundingLayout(row.Round, row.Cells, texts, null).Row())
            .ToList();
        string[] last = [texts["LabelStage"], texts["LabelSummary"], texts["LabelInvestors"], texts["LabelPotential"]];
        var labels = sorted
            .SelectMany(row => row.Select(cell => cell.Label))
            .Distinct()
            .OrderBy(label =>
                label == texts["LabelCompany"] || label == texts["LabelAmount"] ? -1
                : label == texts["Sources"] ? int.MaxValue
                : Array.IndexOf(last, label) is >= 0 and var at ? at
                : last.Length
            )
            .ToList();
        var table = new Table();
        table.ColumnDefinitions.AddRange(labels.Select(_ => new TableColumnDefinition()));
        table.Add(Row(isHeader: true, labels.Select(IEnumerable<Inline> (label) => [Nodes.Text(label)])));
        foreach (var row in sorted)
        {
            // Two unknown columns may have the same header.
            var cells = row.ToLookup(cell => cell.Label, cell => cell.Content);
            table.Add(Row(isHeader: false, labels.Select(label => Joined([.. cells[label]], texts))));
        }

        var currencies = rows.Select(row => row.Round.Amount?.Currency).OfType<string>().Distinct().Count();
        return Nodes.Role(BlockRole.Rounds, Nodes.Paragraph(texts[currencies > 1 ? "LargestFirstByCurrency" : "LargestFirst"]), table);
    }

    /// <summary>
    /// The largest first. Amounts in several currencies cannot be compared: those in the most frequent one come first. Without an amount
    /// a round comes last. Equal ones stay in order.
    /// </summary>
    public static IReadOnlyList<T> LargestFirst<T>(IReadOnlyCollection<T> rounds, Func<T, FundingRound> roundOf)
    {
        var currencies = rounds
            .Select(round => roundOf(round).Amount?.Currency)
            .OfType<string>()
            .CountBy(currency => currency)
            .OrderByDescending(count => count.Value)
            .Select(count => count.Key)
            .ToList();
        return
        [
            .. rounds
                .OrderBy(round => roundOf(round).Amount is { } amount ? currencies.IndexOf(amount.Currency) : currencies.Count)
                .ThenByDescending(round => roundOf(round).Amount is { } amount ? amount.Value ?? amount.Max ?? amount.Min : null),
        ];
    }

    /// <summary>The same as a note and a list of lines: company and amount bold, then the other cells, the sources last.</summary>
    /// <param name="rounds">A block of the role <see cref="BlockRole.Rounds"/>; taken apart.</param>
    public static IEnumerable<Block> Lines(RoleBlock rounds, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        var texts = Texts.In(locale);
        foreach (var block in Nodes.Take(rounds))
        {
            yield return block is Table table ? List(table, texts) : Nodes.Role(BlockRole.Small, block);
        }
    }

    private static ListBlock List(Table table, Texts texts)
    {
        var headers = TableCards.Headers(table);
        var list = new ListBlock(null!) { BulletType = '-' };
        foreach (var row in Nodes.Take(table).Cast<TableRow>().Where(row => !row.IsHeader))
        {
            list.Add(
                new ListItemBlock(null!) { Nodes.Paragraph(Line([.. row.OfType<TableCell>().Select(TableCards.Content)], headers, texts)) }
            );
        }

        return list;
    }

    private static List<Inline> Line(IReadOnlyList<ContainerInline> cells, IReadOnlyList<string> headers, Texts texts)
    {
        List<Inline> bold = [.. Nodes.Take(cells[0])];
        var amount = cells.Count > 1 ? Nodes.Take(cells[1]) : [];
        if (amount is [EmphasisInline figure, ..])
        {
            amount.RemoveAt(0);
            bold = [.. bold, Nodes.Text(texts.NameSeparator), .. Nodes.Take(figure)];
        }

        List<Inline> line = [Nodes.Bold(bold), .. amount];
        foreach (var (content, label) in cells.Zip(headers).Skip(2).Where(cell => !TableCards.IsEmpty(cell.First)))
        {
            line.Add(Nodes.Text(SourceLabels.Contains(label) ? " " : texts.Separator + Label(label, texts)));
            line.AddRange(Nodes.Take(content));
        }

        return line;
    }

    private static string Label(string label, Texts texts) =>
        label.Length == 0 || Unlabelled.Contains(label) ? "" : label + texts.LabelSeparator;

    private static IEnumerable<Inline> Joined(IReadOnlyList<List<Inline>> contents, Texts texts) =>
        contents.SelectMany(IEnumerable<Inline> (content, at) => at == 0 ? content : [Nodes.Text(texts.Separator), .. content]);

    private static TableRow Row(bool isHeader, IEnumerable<IEnumerable<Inline>> cells)
    {
        var row = new TableRow { IsHeader = isHeader };
        foreach (var cell in cells)
        {
            row.Add(new TableCell { Nodes.Paragraph(cell) });
        }

        return row;
    }
}

using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Bodies;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Funding;

/// <summary>Lays out one round from its cells, once: as a card or as a table's row. No word of the cells is lost.</summary>
/// <param name="replyDate">For a card in a reply, its date; null in a section post.</param>
internal sealed class FundingLayout(FundingRound round, IReadOnlyList<FundingCell> cells, Texts texts, string? replyDate)
{
    private static readonly IReadOnlyList<string> ValuationWords =
    [
        .. Texts.In(Locale.Japanese).Words("ValuationWords"),
        .. Texts.In(Locale.English).Words("ValuationWords"),
    ];

    private readonly HashSet<FundingCell> _used = [];
    private readonly List<Inline> _company = [];
    private readonly List<Inline> _amount = [];
    private readonly List<List<Inline>> _brackets = [];
    private readonly List<List<Inline>> _notes = [];
    private readonly List<Inline> _marks = [];
    private List<Inline>? _stage;

    private bool InReply => replyDate is not null;

    public RoleBlock Card()
    {
        var citations = Take(FieldRole.Citations);
        ReadFacts();
        if (_stage is not null && !InReply)
        {
            _notes.Insert(0, _stage);
        }

        List<Inline> bold = [.. _company];
        if (bold.Count > 0 && _amount.Count > 0)
        {
            bold.Add(Nodes.Text(texts.NameSeparator));
        }

        bold.AddRange(_amount);
        List<List<Inline>> lines =
        [
            [Nodes.Bold(bold), .. Beside(), .. Marks()],
        ];
        if (InReply)
        {
            var label = Nodes.Text(replyDate + texts.Separator + texts["LabelStage"] + " ");
            lines.Add([label, .. _stage ?? [Nodes.Text(round.Stage is { } stated ? StageNames.Of(stated, texts) : texts["NotStated"])]]);
        }

        lines.AddRange(
            Others()
                .Select(other => other.Label is null ? other.Content : [Nodes.Text(other.Label + texts.LabelSeparator), .. other.Content])
        );
        if (citations is not null)
        {
            lines[^1].AddRange([Nodes.Text(" "), .. Cited(citations.Content)]);
        }

        return Nodes.Role(BlockRole.Card, TableCards.Lines(lines));
    }

    /// <summary>The round's place in a table: each column's label with its cell, in the order of the card.</summary>
    public IReadOnlyList<(string Label, List<Inline> Content)> Row()
    {
        var citations = Take(FieldRole.Citations);
        ReadFacts();
        var row = new List<(string, List<Inline>)> { (texts["LabelCompany"], [.. _company]) };
        List<Inline> amount = _amount.Count > 0 ? [Nodes.Bold(_amount), .. Beside()] : [.. Beside()];
        row.Add((texts["LabelAmount"], amount));
        if (_stage is not null)
        {
            row.Add((texts["LabelStage"], _stage));
        }

        row.AddRange(Others(texts["LabelSummary"]).Select(other => (other.Label ?? "", other.Content)));
        var sources = Marks().Skip(1).ToList();
        if (citations is not null)
        {
            sources.AddRange(sources.Count > 0 ? [Nodes.Text(" "), .. Cited(citations.Content)] : Cited(citations.Content));
        }

        if (sources.Count > 0)
        {
            row.Add((texts["Sources"], sources));
        }

        return row;
    }

    private void ReadFacts()
    {
        var company = Take(FieldRole.Company);
        var amount = Take(FieldRole.Amount);
        var valuation = Take(FieldRole.Valuation);
        var stage = Take(FieldRole.Stage);
        if (!InReply)
        {
            _company.AddRange(company is null ? [Nodes.Text(round.Company)] : Plain(company.Content));
        }

        ReadAmount(amount, valuation is not null);
        if (valuation is not null)
        {
            var written = FlatText.Plain(valuation.Content);
            var both = Amounts.Both(round.Valuation, written, texts.Locale);
            List<Inline> content = both == written ? Plain(valuation.Content) : [Nodes.Text(both)];
            _brackets.Add(NamesValuation(both) ? content : [Nodes.Text(texts.Format("Valuation", "")), .. content]);
        }

        _stage = stage is null ? null : Plain(stage.Content);
    }

    /// <summary>What follows the amount: brackets, whether it is a plan, remarks.</summary>
    private List<Inline> Beside()
    {
        var line = new List<Inline>();
        if (_brackets.Count > 0)
        {
            line.Add(Nodes.Text(texts["ListOpen"]));
            line.AddRange(_brackets.SelectMany((inlines, at) => at == 0 ? inlines : [Nodes.Text(texts["ListSeparator"]), .. inlines]));
            line.Add(Nodes.Text(texts["ListClose"]));
        }

        if (round.Status == FundingStatus.Planned)
        {
            line.Add(Nodes.Text(texts["Planned"]));
        }

        line.AddRange(_notes.SelectMany(IEnumerable<Inline> (note) => [Nodes.Text(texts.Separator), .. note]));
        return line;
    }

    /// <summary>Citations from within the first line, each preceded by a space.</summary>
    private IEnumerable<Inline> Marks() => _marks.SelectMany(IEnumerable<Inline> (mark) => [Nodes.Text(" "), mark]);

    /// <summary>The cells below the first line; the label is null for one that needs none.</summary>
    private IEnumerable<(string? Label, List<Inline> Content)> Others(string? summaryLabel = null)
    {
        if (Take(FieldRole.Summary) is { } summary)
        {
            yield return (summaryLabel, Nodes.Take(summary.Content));
        }

        foreach (var other in Labelled(FieldRole.Investors, "LabelInvestors").Concat(Labelled(FieldRole.Potential, "LabelPotential")))
        {
            yield return other;
        }

        foreach (var cell in cells.Where(cell => !cell.IsEmpty && _used.Add(cell)))
        {
            yield return (cell.Header.Length == 0 ? null : cell.Header, Nodes.Take(cell.Content));
        }
    }

    private void ReadAmount(FundingCell? cell, bool valuationElsewhere)
    {
        if (cell is null)
        {
            if (InReply)
            {
                _amount.Add(Nodes.Text(texts["LabelAmount"] + " " + texts["NotStated"]));
            }

            return;
        }

        var plain = Plain(cell.Content);
        if (plain.Exists(inline => inline is not (LiteralInline or LineBreakInline)))
        {
            _amount.AddRange(plain);
            return;
        }

        var words = AmountCellParts.Of(string.Concat(plain.Select(FlatText.Of)), round, valuationElsewhere);
        var (shown, written) = Amounts.Split(round.Amount, words.Amount, texts.Locale);
        _amount.Add(Nodes.Text(shown));
        if (written is not null)
        {
            _brackets.Add([Nodes.Text(written)]);
        }

        if (words.Valuation is { } valuation)
        {
            var both = Amounts.Both(round.Valuation, valuation, texts.Locale);
            _brackets.Add([Nodes.Text(NamesValuation(both) ? both : texts.Format("Valuation", both))]);
        }

        _notes.AddRange(words.Notes.Select(note => new List<Inline> { Nodes.Text(note) }));
    }

    /// <summary>The author's own word for it stands there: a label would say it twice.</summary>
    private static bool NamesValuation(string text) => ValuationWords.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<(string? Label, List<Inline> Content)> Labelled(FieldRole role, string label)
    {
        var cell = Take(role);
        if (cell is not null)
        {
            yield return (
                texts[label],
                [.. role == FieldRole.Investors ? InvestorWords.Of(cell.Content, round, texts) : Nodes.Take(cell.Content)]
            );
        }
        else if (InReply && cells.Any(other => other.Role == role))
        {
            yield return (texts[label], [Nodes.Text(texts["NotStated"])]);
        }
    }

    /// <summary>The first non-empty cell of a role; any other is shown under its own header.</summary>
    private FundingCell? Take(FieldRole role)
    {
        var cell = cells.FirstOrDefault(cell => cell.Role == role && !cell.IsEmpty && !_used.Contains(cell));
        if (cell is not null)
        {
            _used.Add(cell);
        }

        return cell;
    }

    /// <summary>Content for a bold or joined line: its own bold is removed, and citations move to the end of the line.</summary>
    private List<Inline> Plain(ContainerInline content)
    {
        foreach (var citation in Walk.Inlines<CitationInline>(content).ToList())
        {
            citation.Remove();
            _marks.Add(citation);
        }

        return NewsBody.Unbolded(Cut.Trim(content));
    }

    /// <summary>A bare number in a citation column is also a citation.</summary>
    private List<Inline> Cited(ContainerInline content)
    {
        var bare =
            round.Citations.Count > 0
            && !Walk.Inlines<CitationInline>(content).Any()
            && FlatText.Of(content).All(c => char.IsDigit(c) || char.IsWhiteSpace(c) || c is ',' or '、' or '，');
        return bare ? [new CitationInline { Numbers = round.Citations }] : Nodes.Take(content);
    }
}

using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Chat.Trees;
using Bot.Posts.Bodies;
using Markdig.Syntax.Inlines;

namespace Bot.Posts.Funding;

/// <summary>
/// How a funding round is laid out, the same on every platform: company and amount bold on the first line, valuation in
/// brackets, stage; then one line each for what it does, its investors, why it matters and anything else in the row; the
/// citation last. No word of the row's cells is lost.
/// </summary>
public static class FundingCard
{
    /// <summary>In a section post: empty cells get no line.</summary>
    public static RoleBlock InPost(FundingRound round, IReadOnlyList<FundingCell> cells, Locale locale) =>
        new Layout(round, cells, Texts.In(locale), null).Compose();

    /// <summary>
    /// In a reply: without the company, which the reply's first line names, but with the date. Facts the briefing does
    /// not state are shown as not stated.
    /// </summary>
    /// <param name="date">The briefing's date.</param>
    public static RoleBlock InReply(
        FundingRound round,
        IReadOnlyList<FundingCell> cells,
        Locale locale,
        DateOnly date,
        DateForm dateForm = DateForm.Post
    ) => new Layout(round, cells, Texts.In(locale), Dates.Full(date, locale, dateForm)).Compose();

    private static readonly IReadOnlyList<string> ValuationWords =
    [
        .. Texts.In(Locale.Japanese).Words("ValuationWords"),
        .. Texts.In(Locale.English).Words("ValuationWords"),
    ];

    private sealed class Layout(FundingRound round, IReadOnlyList<FundingCell> cells, Texts texts, string? replyDate)
    {
        private readonly List<List<Inline>> _lines = [];
        private readonly HashSet<FundingCell> _used = [];

        private bool InReply => replyDate is not null;

        public RoleBlock Compose()
        {
            var citations = Take(FieldRole.Citations);
            FirstLines();
            if (Take(FieldRole.Summary) is { } summary)
            {
                _lines.Add(Nodes.Take(summary.Content));
            }

            Labelled(FieldRole.Investors, "LabelInvestors");
            Labelled(FieldRole.Potential, "LabelPotential");
            foreach (var cell in cells.Where(cell => !cell.IsEmpty && _used.Add(cell)))
            {
                _lines.Add(
                    cell.Header.Length == 0
                        ? Nodes.Take(cell.Content)
                        : [Nodes.Text(cell.Header + texts.LabelSeparator), .. Nodes.Take(cell.Content)]
                );
            }

            if (citations is not null)
            {
                _lines[^1].AddRange([Nodes.Text(" "), .. Cited(citations.Content)]);
            }

            return Nodes.Role(BlockRole.Card, TableCards.Lines(_lines));
        }

        private void FirstLines()
        {
            var company = Take(FieldRole.Company);
            var amount = Take(FieldRole.Amount);
            var valuation = Take(FieldRole.Valuation);
            var stage = Take(FieldRole.Stage);
            var marks = new List<Inline>();
            var bold = new List<Inline>();
            var brackets = new List<List<Inline>>();
            var notes = new List<List<Inline>>();
            if (!InReply)
            {
                bold.AddRange(company is null ? [Nodes.Text(round.Company)] : Plain(company.Content, marks));
            }

            Amount(amount, valuation is not null, bold, brackets, notes, marks);
            if (valuation is not null)
            {
                var written = FlatText.Plain(valuation.Content);
                var both = Amounts.Both(round.Valuation, written, texts.Locale);
                List<Inline> content = both == written ? Plain(valuation.Content, marks) : [Nodes.Text(both)];
                brackets.Add(NamesValuation(both) ? content : [Nodes.Text(texts.Format("Valuation", "")), .. content]);
            }

            List<Inline>? stageWords = stage is null ? null : Plain(stage.Content, marks);
            if (stageWords is not null && !InReply)
            {
                notes.Insert(0, stageWords);
            }

            var line = new List<Inline> { Nodes.Bold(bold) };
            if (brackets.Count > 0)
            {
                line.Add(Nodes.Text(texts["ListOpen"]));
                line.AddRange(brackets.SelectMany((inlines, at) => at == 0 ? inlines : [Nodes.Text(texts["ListSeparator"]), .. inlines]));
                line.Add(Nodes.Text(texts["ListClose"]));
            }

            if (round.Status == FundingStatus.Planned)
            {
                line.Add(Nodes.Text(texts["Planned"]));
            }

            line.AddRange(notes.SelectMany(IEnumerable<Inline> (note) => [Nodes.Text(texts.Separator), .. note]));
            line.AddRange(marks.SelectMany(IEnumerable<Inline> (mark) => [Nodes.Text(" "), mark]));
            _lines.Add(line);
            if (InReply)
            {
                var label = Nodes.Text(replyDate + texts.Separator + texts["LabelStage"] + " ");
                _lines.Add([
                    label,
                    .. stageWords ?? [Nodes.Text(round.Stage is { } stated ? StageNames.Of(stated, texts) : texts["NotStated"])],
                ]);
            }
        }

        private void Amount(
            FundingCell? cell,
            bool valuationElsewhere,
            List<Inline> bold,
            List<List<Inline>> brackets,
            List<List<Inline>> notes,
            List<Inline> marks
        )
        {
            if (cell is null)
            {
                if (InReply)
                {
                    bold.Add(Nodes.Text(texts["LabelAmount"] + " " + texts["NotStated"]));
                }

                return;
            }

            if (bold.Count > 0)
            {
                bold.Add(Nodes.Text(texts.NameSeparator));
            }

            var plain = Plain(cell.Content, marks);
            if (plain.Exists(inline => inline is not (LiteralInline or LineBreakInline)))
            {
                bold.AddRange(plain);
                return;
            }

            var words = AmountCellParts.Of(string.Concat(plain.Select(FlatText.Of)), round, valuationElsewhere);
            var (shown, written) = Amounts.Split(round.Amount, words.Amount, texts.Locale);
            bold.Add(Nodes.Text(shown));
            if (written is not null)
            {
                brackets.Add([Nodes.Text(written)]);
            }

            if (words.Valuation is { } valuation)
            {
                var both = Amounts.Both(round.Valuation, valuation, texts.Locale);
                brackets.Add([Nodes.Text(NamesValuation(both) ? both : texts.Format("Valuation", both))]);
            }

            notes.AddRange(words.Notes.Select(note => new List<Inline> { Nodes.Text(note) }));
        }

        /// <summary>The author's own word for it stands there: a label would say it twice.</summary>
        private static bool NamesValuation(string text) =>
            ValuationWords.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

        private void Labelled(FieldRole role, string label)
        {
            var cell = Take(role);
            if (cell is not null)
            {
                var content = role == FieldRole.Investors ? InvestorWords.Of(cell.Content, round, texts) : Nodes.Take(cell.Content);
                _lines.Add([Nodes.Text(texts[label] + texts.LabelSeparator), .. content]);
            }
            else if (InReply && cells.Any(other => other.Role == role))
            {
                _lines.Add([Nodes.Text(texts.Labelled(texts[label], texts["NotStated"]))]);
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
        private static List<Inline> Plain(ContainerInline content, List<Inline> marks)
        {
            foreach (var citation in Walk.Inlines<CitationInline>(content).ToList())
            {
                citation.Remove();
                marks.Add(citation);
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
}

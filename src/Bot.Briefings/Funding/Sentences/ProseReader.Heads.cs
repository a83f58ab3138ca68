using System.Buffers;
using Bot.Briefings.Companies;
using Bot.Briefings.Entries;

namespace Bot.Briefings.Funding.Sentences;

/// <content>What a headline, or bold words that open a text, say besides stating a financing.</content>
internal sealed partial class ProseReader
{
    private static readonly SearchValues<char> Currencies = SearchValues.Create("$€£¥₩₹");

    /// <summary>
    /// **Acme in talks** to raise $40M: bold words that open a sentence are no headline of their own. The first sentence of both; the rest
    /// stays in the body.
    /// </summary>
    private EntryText RunOn(EntryText head, List<EntryText> bodies)
    {
        if (bodies is [{ Text.Length: > 0 }, ..] && EndsInLabel(head.Text) && head.Through(bodies[0], colon: true) is { } line)
        {
            // X | Series A | $18M | Lead: Y: the colon of a label ends no headline.
            bodies[0] = line.Slice(line.Text.Length, line.Text.Length);
            return line;
        }

        if (
            bodies is not [{ Text: var text }, ..]
            || text.AsSpan().TrimStart(", ") is not [var first, ..]
            || !(
                char.IsAsciiLetterLower(first)
                || first is '$' or '€' or '£'
                // **Acme**, Kite's former lab, raised
                || (char.IsAsciiLetterUpper(first) && text.AsSpan().TrimStart() is [',', ..])
            )
            || head.Text is not [.., var last]
            || !(char.IsLetterOrDigit(last) || last is ')' or '&')
        )
        {
            return head;
        }

        if ((head.Through(bodies[0]) ?? Itemized(head, bodies[0])) is not { } whole)
        {
            return head;
        }

        var end = whole.Text.Length - bodies[0].Text.Length + Math.Max(1, OpeningWords.FirstSentence(bodies[0].Text));
        end = Math.Min(end, whole.Text.Length);
        bodies[0] = whole.Slice(end, whole.Text.Length);
        return whole.Slice(0, end);
    }

    /// <summary>X closed $70M: a $50M Series B plus a $20M credit line. A colon before the parts of an amount ends no headline.</summary>
    private EntryText? Itemized(EntryText head, EntryText body)
    {
        var parts = body.Text[..Math.Min(body.Text.Length, Math.Max(1, OpeningWords.FirstSentence(body.Text)))];
        return
            parts.AsSpan().ContainsAny(Currencies)
            && _monies.FindAll(Text.Folding.Fold(parts)).Count > 1
            && Text.Folding.Fold(head.Text) is var folded
            && _monies.FindAll(folded) is [.., var sum]
            && sum.End == folded.Length
            ? head.Through(body, colon: true)
            : null;
    }

    private bool EndsInLabel(string head)
    {
        var label = Text.Folding.Fold(head.TrimEnd(':', '：', ' ')) + ":";
        return label.AsSpan().ContainsAnyInRange('0', '9')
            && (
                _vocabulary.InvestingEnglishAfter.TryMatchBefore(label, label.Length, out _)
                || _vocabulary.InvestingAfter.TryMatchBefore(label, label.Length, out _)
            );
    }

    /// <summary>The bold name, followed by a colon, that opens a line below a headline that names nobody.</summary>
    private string? LabelOf(Sentence sentence)
    {
        var start = sentence.Text.Length - sentence.Text.AsSpan().TrimStart().Length;
        foreach (var bold in sentence.Source.Bold)
        {
            var (from, to) = (bold.Start - sentence.Start, bold.End - sentence.Start);
            if (from == start && to <= sentence.Text.Length && sentence.Folded.AsSpan(to).TrimStart() is [':', ..])
            {
                var name = sentence.Text[from..to];
                return CompanyNames.IsName(name, _vocabulary) ? name : null;
            }
        }

        return null;
    }

    /// <summary>X、4億ドルのシリーズDで評価額150億ドルへ: what a headline without a verb says about the round stated in its text.</summary>
    private void AddOfHead(IEnumerable<Sentence> heads, string? company, List<Draft> merged)
    {
        var rounds = merged.FindAll(draft =>
            draft.Kind is FinancingKind.Raise or FinancingKind.Give
            && (company is null || RoundMerger.IsSameCompany(company, draft.Company ?? ""))
        );
        if (rounds.Count > 1 && rounds.FindAll(round => round.Valuation is null) is [var unvalued])
        {
            // X、評価額50億ドルに: of several rounds, the one whose sentence told no value.
            var value = heads
                .Where(sentence => !Says(sentence, SentenceWords.Trigger))
                .Select(sentence => DraftFacts.ToMoney(sentence, ClausesOf(sentence, [], company).ValuationIn(0, sentence.Text.Length)))
                .FirstOrDefault(value => value is not null);
            unvalued.Valuation = rounds.Exists(round => round.Valuation?.Value is { } told && told == value?.Value) ? null : value;
        }

        // X、Yから8,000万円の融資: a headline whose verb states nothing by itself adds as much.
        foreach (
            var sentence in rounds.Count == 1
                ? heads.Where(sentence => !Says(sentence, SentenceWords.Trigger) || merged.TrueForAll(draft => !draft.IsOfHead))
                : []
        )
        {
            var clauses = ClausesOf(sentence, [], company);
            var sums = clauses.Sums(0, sentence.Text.Length).ToList();
            rounds[0].Valuation ??= DraftFacts.ToMoney(sentence, clauses.ValuationIn(0, sentence.Text.Length));
            rounds[0].Amount ??=
                sums.Count == 1 && !rounds[0].Undisclosed && !Says(sentence, SentenceWords.NotFunds)
                    ? DraftFacts.ToMoney(sentence, sums[0])
                    : null;
            var stage = _facts.RoundOf(sentence.Folded);
            rounds[0].Stage = rounds[0].Stage is null or "debt" ? stage ?? rounds[0].Stage : rounds[0].Stage;
            AddInvestors(sentence, clauses, [rounds[0]], rounds[0]);
        }
    }
}

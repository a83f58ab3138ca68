using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Builds the draft of a financing from the part of a sentence that is about it.</summary>
internal sealed class DraftFacts(Vocabulary vocabulary)
{
    private readonly OtherNames _others = new(vocabulary);
    private readonly StageScanner _stages = new(vocabulary);
    private readonly AmountWords _words = new(vocabulary);

    public Draft Of(
        Clauses clauses,
        Trigger trigger,
        FinancingKind kind,
        FoundName? company,
        MoneyHit? sum,
        bool planned,
        bool isPlain = false
    )
    {
        var sentence = clauses.Sentence;
        var only = clauses.Triggers.Count == 1;
        var (from, to) = only ? (0, sentence.Text.Length) : (trigger.From, trigger.To);
        var part = sentence.Folded[from..to];
        var draft = new Draft
        {
            Kind = kind,
            Company = company?.Name ?? clauses.Company,
            IsNamed = company is not null,
            Amount = ToMoney(sentence, sum),
            Valuation = ToMoney(sentence, clauses.ValuationIn(from, to)),
            Planned = planned,
            FromHead = sentence.IsHead,
            IsPlain = isPlain,
            Part = (trigger.From, trigger.To),
            Stage = kind switch
            {
                FinancingKind.Buy or FinancingKind.Sold => "acquisition",
                FinancingKind.List => "ipo",
                _ => StageOf(clauses, part, from, sum),
            },
        };
        draft.Undisclosed = draft.Amount is null && _words.Undisclosed(part, [], FieldRole.Amount) == FieldRole.Amount;
        if (company is { Note: { } note } named && _others.InNote(named.Name, note) is { } other)
        {
            draft.Aliases.Add(other);
        }

        draft.Citations.AddRange(sentence.CitedIn(from, to).Distinct());
        if (draft.Citations.Count == 0)
        {
            draft.Citations.AddRange(sentence.CitedInLine().Distinct());
        }

        return draft;
    }

    /// <summary>$5B in equity and $2B of debt: words behind a second amount are about that one.</summary>
    private string? StageOf(Clauses clauses, string part, int from, MoneyHit? sum)
    {
        var stage = _stages.InProse(part);
        if (stage is "debt" && sum is { } own && clauses.FirstSum(own.End, from + part.Length) is { } next)
        {
            stage = _stages.InProse(part[..(next.Start - from)]);
        }

        return stage is "acquisition" ? null : stage;
    }

    /// <summary>The stage of a round stated in a text; null for a sale or a listing.</summary>
    public string? RoundOf(string folded) => _stages.InProse(folded) is var stage && stage is "acquisition" or "ipo" ? null : stage;

    public bool HasStage(string folded) => _stages.InProse(folded) is not null;

    public static Money? ToMoney(Sentence sentence, MoneyHit? hit) =>
        hit is { } money ? money.ToMoney(sentence.Text[money.Start..money.End].Trim()) : null;
}

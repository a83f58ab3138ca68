using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Builds the draft of a financing from the part of a sentence that is about it.</summary>
internal sealed class DraftFacts(Vocabulary vocabulary)
{
    /// <summary>Minimum characters of a spelling: shorter notes are mostly countries.</summary>
    private const int LeastSpelling = 4;

    private readonly CommonNouns _nouns = new(vocabulary);
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
        draft.Aliases.AddRange(Alias(company));
        draft.Citations.AddRange(sentence.CitedIn(from, to).Distinct());
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

    /// <summary>A note after a name that gives another name for it: Manus（旧Monica）, Cursor (Anysphere).</summary>
    private IEnumerable<string> Alias(FoundName? company)
    {
        if (company is { Note: { Length: > 0 } note })
        {
            var former = new Text.Cursor(Text.Folding.Fold(note));
            var name = former.TrySkip(vocabulary.Financing.Former, out var hit) ? note[hit.End..].Trim() : note;
            if (
                (Companies.CompanyNames.IsName(name, vocabulary) || IsSpelling(name, company.Value.Name))
                && !vocabulary.NonNames.IsWhole(Text.Folding.Fold(name), out _)
            )
            {
                yield return name;
            }
        }
    }

    /// <summary>Openpier（オープンピア）: how a Latin name is spelt in katakana or hangul.</summary>
    private bool IsSpelling(string note, string name) =>
        note.Length >= LeastSpelling
        && name.Any(char.IsAsciiLetter)
        && (note.All(c => Text.Folding.IsKatakana(c) || c is '\u30FB') || note.All(Text.Folding.IsHangul))
        && !_nouns.IsCommon(Text.Folding.Fold(note))
        && !vocabulary.CompanyCategories.Contains(Text.Folding.Fold(note));
}

using System.Buffers;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>A purchase written with an arrow from the buyer to the company that it buys: 買収: X → Y, X → Y (acquisition, $20M).</summary>
internal sealed class PurchaseArrows(Vocabulary vocabulary, DraftFacts facts)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(":：、，。;");

    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    /// <summary>Whether a sentence may state one; cheap.</summary>
    public bool MayRead(Sentence sentence) =>
        sentence.Says(SentenceWords.Arrow, _words) && (sentence.OfDeals || NamesPurchase(sentence.Folded));

    /// <summary>Null if no name stands on one side of the arrow.</summary>
    public Draft? Read(Clauses clauses)
    {
        var sentence = clauses.Sentence;
        if (
            !_words.Arrows.TryFind(sentence.Flat, 0, out var arrow)
            || Before(sentence, arrow.Start) is not { } buyer
            || Behind(sentence, arrow.End) is not { } bought
        )
        {
            return null;
        }

        var whole = new Trigger(FinancingKind.Buy, arrow.Start, arrow.End, 0, sentence.Text.Length);
        var sum = clauses.FirstSum(0, sentence.Text.Length);
        var planned = _words.Planned.Contains(sentence.Folded);
        var draft = facts.Of(clauses, whole, FinancingKind.Buy, bought, sum, planned);
        draft.Investors.Add(buyer.Name);
        return draft;
    }

    /// <summary>The name that follows the arrow, up to the next space, kana or mark.</summary>
    private FoundName? Behind(Sentence sentence, int at)
    {
        var start = at;
        while (start < sentence.Flat.Length && sentence.Flat[start] == ' ')
        {
            start++;
        }

        var end = start;
        while (
            end < sentence.Flat.Length
            && sentence.Flat[end] is not (':' or '：')
            && !sentence.IsInBrackets(end)
            && !Folding.IsHiragana(sentence.Flat[end])
            && !_words.ClauseEnds.TryMatch(sentence.Flat, end, out _)
        )
        {
            end++;
        }

        return Whole(sentence, start, end) ?? _names.Ending(sentence, end, start);
    }

    /// <summary>The name that precedes the arrow, from the last colon or mark on.</summary>
    private FoundName? Before(Sentence sentence, int end)
    {
        var start = sentence.Flat.AsSpan(0, end).LastIndexOfAny(Marks) + 1;
        return Whole(sentence, start, end) ?? _names.Ending(sentence, end, 0);
    }

    /// <summary>Arrow and marks set a name apart as quotation marks do.</summary>
    private FoundName? Whole(Sentence sentence, int start, int end) =>
        _names.Whole(sentence.Text[start..end].Trim()) is { } name ? new FoundName(name, start, null) : null;

    public bool NamesPurchase(string folded)
    {
        for (var from = 0; vocabulary.Stages.TryFind(folded, from, out var stage); from = stage.End)
        {
            if (stage.Value == "acquisition")
            {
                return true;
            }
        }

        return false;
    }
}

namespace Bot.Briefings.Funding.Sentences;

/// <content>What a sentence says of two financings that were told before.</content>
internal sealed partial class ProseReader
{
    /// <summary>前者はシリーズEの追加分、後者はシード: each part adds to its own. False if the sentence has no such part.</summary>
    private bool AddToEach(Sentence sentence, Draft first, Draft second)
    {
        var former = _words.TheFormer.TryFind(sentence.Flat, 0, out var one) ? one.Start : -1;
        var latter = _words.TheLatter.TryFind(sentence.Flat, 0, out var other) ? other.Start : -1;
        if (former < 0 && latter < 0)
        {
            return false;
        }

        if (former >= 0)
        {
            AddPart(sentence, former, latter > former ? latter : sentence.Flat.Length, first);
        }

        if (latter >= 0)
        {
            AddPart(sentence, latter, former > latter ? former : sentence.Flat.Length, second);
        }

        return true;
    }

    private void AddPart(Sentence sentence, int from, int to, Draft draft)
    {
        if (draft.Kind is not (FinancingKind.Raise or FinancingKind.Give))
        {
            return;
        }

        draft.Valuation ??= DraftFacts.ToMoney(sentence, ClausesOf(sentence, [], draft.Company).ValuationIn(from, to));
        draft.Stage ??= _facts.RoundOf(sentence.Folded[from..to]);
        draft.Investors.AddRange(
            Backers(sentence, sentence.Text[from..to])
                .Where(name => !IsCompany(name, draft.Company))
                .Except(draft.Investors, StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>昨年取り下げた上場: the noun that a denial describes is what the sentence goes on about.</summary>
    private bool IsTakenUp(Sentence sentence) =>
        _words.Denied.FindAll(sentence.Flat).TrueForAll(word => IsDescription(sentence.Flat, word.End));

    private bool IsDescription(string flat, int at)
    {
        const int MostKana = 4;
        var end = at;
        while (end < flat.Length && end - at < MostKana && Text.Folding.IsHiragana(flat[end]))
        {
            end++;
        }

        return end > at && _words.Triggers.TryMatch(flat, end, out _);
    }
}

using Bot.Briefings.Model;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Funding.Sentences;

/// <content>What a sentence without a financing of its own adds to the one told before it.</content>
internal sealed partial class ProseReader
{
    /// <summary>Maximum characters of a stage's name: シリーズBエクステンション.</summary>
    private const int StageName = 14;

    /// <summary>Maximum characters of a clause that only says what a round is.</summary>
    private const int OpeningClause = 16;

    /// <summary>A sentence that states no financing may add to the one before it: its valuation, who led it.</summary>
    private void AddTalk(Clauses clauses, List<Draft> drafts)
    {
        var sentence = clauses.Sentence;
        if (
            sentence.IsHead
            || (drafts.FindLast(draft => draft is { Stands: true, IsAside: false }) ?? drafts.FindLast(draft => draft.Stands))
                is not { } last
        )
        {
            return;
        }

        last = EquityOf(sentence, drafts) ?? last;

        if (
            last is { Kind: FinancingKind.List, Amount: null }
            && clauses.Roles.Count(role => role == Vocabulary.AmountRole.Amount) == 1
            && clauses.Roles.All(role => role is Vocabulary.AmountRole.Amount or Vocabulary.AmountRole.Valuation)
        )
        {
            last.Amount = DraftFacts.ToMoney(sentence, clauses.Monies[Array.IndexOf(clauses.Roles, Vocabulary.AmountRole.Amount)]);
        }

        if (last is { Kind: FinancingKind.Raise, Amount: null, Undisclosed: false } && SizeIn(clauses) is { } size)
        {
            last.Amount = DraftFacts.ToMoney(sentence, size);
        }

        if (
            last is { Kind: FinancingKind.Give, Amount: null, Undisclosed: false, Company: { } receiver }
            && sentence.Text.Contains(receiver, StringComparison.Ordinal)
            && clauses.Sums(0, sentence.Text.Length).ToList() is [var whole]
            && _facts.RoundOf(sentence.Folded) is { } round
        )
        {
            // XがYに出資: Yの2億ドルのシードに加わった.
            (last.Amount, last.Stage) = (DraftFacts.ToMoney(sentence, whole), last.Stage ?? round);
        }

        if (last.Kind == FinancingKind.Buy)
        {
            AddPrices(clauses, drafts);
            last.Amount ??= DraftFacts.ToMoney(sentence, clauses.Price() ?? Alone(clauses));
            last.Undisclosed |= IsUndisclosed(sentence, last);
            return;
        }

        if (
            clauses.ValuationIn(0, sentence.Text.Length) is { } valuation
            && (last.Valuation is null || drafts.Count == 1)
            && IsAbout(sentence, valuation.Start, last)
        )
        {
            last.Valuation ??= DraftFacts.ToMoney(sentence, valuation);
        }

        if (last is { Kind: FinancingKind.Raise, Stage: null } && _words.Closings.Contains(sentence.Flat))
        {
            // シリーズBの2回目の払い込みが終わった
            last.Stage = _facts.RoundOf(sentence.Folded);
        }

        if (
            last is { Kind: FinancingKind.Raise or FinancingKind.Give, Stage: null }
            && _words.AmountsTo.TryFind(sentence.Flat, 0, out var told)
        )
        {
            // シリーズBにあたり: right behind what the round is called.
            last.Stage = _facts.RoundOf(sentence.Folded[Math.Max(0, told.Start - StageName)..told.Start]);
        }

        if (last is { Kind: FinancingKind.Raise or FinancingKind.Give, Stage: null } && Opening(sentence) is { } opening)
        {
            last.Stage = opening;
        }

        List<string> names = [.. Backers(sentence, sentence.Text)];
        if (names.Count > 0 && last.Kind is FinancingKind.Raise or FinancingKind.Give)
        {
            last.Stage ??= _facts.RoundOf(sentence.Folded);
        }

        if (
            Says(sentence, SentenceWords.RoundTalk)
            || (names.Count > 0 && sentence.Tongue == Tongue.Japanese && _vocabulary.InvestingAfter.Contains(sentence.Folded))
            || (names.Count > 0 && last.Stage is not null && _facts.RoundOf(sentence.Folded) == last.Stage)
            || (names.Count > 0 && sentence.Text.AsSpan().TrimStart().StartsWith(names[0]))
        )
        {
            last.Investors.AddRange(
                names.Where(name => !IsCompany(name, last.Company)).Except(last.Investors, StringComparer.OrdinalIgnoreCase)
            );
            last.Undisclosed |= IsUndisclosed(sentence, last);
        }
    }

    /// <summary>転換社債型で、…, シリーズFの延長分で、…: a short clause that opens a Japanese sentence with the stage, and is about nothing else.</summary>
    private string? Opening(Sentence sentence)
    {
        var clause = sentence.Flat.AsSpan().TrimStart();
        clause = clause.IndexOf('、') is > 0 and var comma ? clause[..comma] : clause;
        return
            sentence.Tongue == Tongue.Japanese
            && clause.Length <= OpeningClause
            && (_vocabulary.StagesInProse.TryMatch(clause, 0, out _) || _vocabulary.SeriesWords.TryMatch(clause, 0, out _))
            && !_words.Topic.Contains(clause)
            ? _facts.RoundOf(clause.ToString())
            : null;
    }

    /// <summary>増資の引受先は: of a round and a loan told before, the round.</summary>
    private Draft? EquityOf(Sentence sentence, List<Draft> drafts) =>
        drafts.FindLast(draft => draft.Stands)?.Stage is "debt" or "grant" && _words.Equity.Contains(sentence.Flat)
            ? drafts.FindLast(draft => draft is { Stands: true, Kind: FinancingKind.Raise, Stage: not ("debt" or "grant") })
            : null;

    /// <summary>規模は5億ドル: the only amount of a sentence that opens with a word for it.</summary>
    private MoneyHit? SizeIn(Clauses clauses) =>
        clauses.Sums(0, clauses.Sentence.Flat.Length).ToList() is [var only]
        && _words.Sizes.TryFind(clauses.Sentence.Flat.AsSpan(0, only.Start), 0, out var word)
        && clauses.Sentence.Flat.AsSpan(0, word.Start).IndexOfAny("、，,") < 0
            ? only
            : null;

    /// <summary>XにN、YにMを支払う: what each of the purchases told before cost.</summary>
    private void AddPrices(Clauses clauses, List<Draft> drafts)
    {
        var sentence = clauses.Sentence;
        foreach (var sum in clauses.Sums(0, sentence.Flat.Length))
        {
            if (
                _words.To.TryMatchBefore(sentence.Flat, sum.Start, out var to)
                && _names.Ending(sentence, to.Start, 0) is { } name
                && drafts.Find(draft =>
                    draft is { Kind: FinancingKind.Buy, Amount: null, Company: { } company }
                    && RoundMerger.IsSameCompany(company, name.Name)
                )
                    is { } purchase
            )
            {
                purchase.Amount = DraftFacts.ToMoney(sentence, sum);
            }
        }
    }

    /// <summary>X、Yを買収 ($310M): an amount with nothing else beside it.</summary>
    private static MoneyHit? Alone(Clauses clauses) =>
        clauses.Monies is [var only]
        && clauses.Sentence.Flat.AsSpan(0, only.Start).Trim(" (（").IsEmpty
        && clauses.Sentence.Flat.AsSpan(only.End).Trim(" )）.。").IsEmpty
            ? only
            : null;

    private bool IsUndisclosed(Sentence sentence, Draft draft) =>
        draft.Amount is null
        && Says(sentence, SentenceWords.RoundTalk)
        && _amounts.Undisclosed(sentence.Folded, [], FieldRole.Amount) == FieldRole.Amount;

    /// <summary>Whether no other name precedes the value.</summary>
    private bool IsAbout(Sentence sentence, int at, Draft draft)
    {
        for (var end = at; end > 0; end--)
        {
            if (
                sentence.Tongue == Tongue.Korean
                && end < sentence.Flat.Length
                && sentence.Flat[end] == ' '
                && _words.Connectives.TryMatchBefore(sentence.Flat, end, out _)
            )
            {
                // X가 주도했고 기업가치는: the clause before has its own subject.
                break;
            }

            if (_words.ClauseEnds.TryMatch(sentence.Flat, end, out _) && !_words.Topic.TryMatchBefore(sentence.Flat, end, out _))
            {
                break;
            }

            if (_words.Topic.TryMatch(sentence.Flat, end, out _) || _words.Possessive.TryMatch(sentence.Flat, end, out _))
            {
                if (
                    _names.Ending(sentence, end, 0) is { } name
                    && !IsCompany(name.Name, draft.Company)
                    && name.Name.Any(char.IsAsciiLetter)
                )
                {
                    return false;
                }
            }
        }

        return true;
    }
}

using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Finds the words with which a sentence states a financing, and divides the sentence among them.</summary>
internal sealed class TriggerScanner(Vocabulary vocabulary)
{
    /// <summary>A sentence with more lists something else.</summary>
    private const int Most = 12;

    private readonly FinancingWords _words = vocabulary.Financing;

    public List<Trigger> Find(Sentence sentence, List<Lexicon<FinancingKind>.Hit> hits)
    {
        var triggers = new List<Trigger>();
        hits = hits.Where((hit, i) => Counts(sentence, hits, i) && !(i + 1 < hits.Count && IsFromGiver(sentence, hit))).ToList();
        if (hits.Count > Most)
        {
            return triggers;
        }

        for (var i = 0; i < hits.Count; i++)
        {
            var from = triggers.Count == 0 ? 0 : triggers[^1].To;
            var next = i + 1 < hits.Count ? hits[i + 1].Start : sentence.Flat.Length;
            var to = i + 1 == hits.Count ? sentence.Flat.Length : Boundary(sentence, hits[i].End, next);
            triggers.Add(
                new Trigger(hits[i].Value is FinancingKind.Lead ? FinancingKind.Give : hits[i].Value, hits[i].Start, hits[i].End, from, to)
            );
        }

        return triggers;
    }

    /// <summary>Xからの融資で2億円を確保: a noun with its giver, before the verb.</summary>
    private bool IsFromGiver(Sentence sentence, Lexicon<FinancingKind>.Hit hit)
    {
        var of = hit.Start;
        if (_words.Possessive.TryMatchBefore(sentence.Flat, of, out var before))
        {
            of = before.Start;
        }
        else if (!_words.Possessive.TryMatch(sentence.Flat, of, out _))
        {
            return false;
        }

        return hit.Value is FinancingKind.Raise or FinancingKind.Give or FinancingKind.Lead
            && vocabulary.InvestingFrom.TryMatchBefore(sentence.Flat, of, out _);
    }

    /// <summary>資金調達ラウンドに参加 is one verb, for those who give; シードラウンド2億ドルを主導 is one because of its amount.</summary>
    private bool Counts(Sentence sentence, List<Lexicon<FinancingKind>.Hit> hits, int index)
    {
        var hit = hits[index];
        return hit.Value switch
        {
            // 조달액은: the amount of what was told before.
            FinancingKind.Raise when sentence.Tongue == Tongue.Korean => !_words.Nouns.TryMatch(sentence.Flat, hit.End, out _),
            FinancingKind.Raise => !(
                index + 1 < hits.Count && hits[index + 1] is { Value: FinancingKind.Give } next && next.Start == hit.End
            ),
            // 買収したことも明らかにした: what is told of a purchase, and no second event.
            FinancingKind.RaiseObject
                when index > 0
                    && hits[index - 1].Value is FinancingKind.Buy or FinancingKind.Sold
                    && _words.Announcing.IsWhole(sentence.Flat.AsSpan(hit.Start, hit.Length), out _) => false,
            // 取得 is a verb of Chinese; in Japanese a particle begins them all.
            FinancingKind.RaiseObject when sentence.Tongue == Tongue.Japanese => Folding.IsHiragana(sentence.Flat[hit.Start])
                || char.IsAsciiLetter(sentence.Flat[hit.Start]),
            // 従業員の株をXに譲渡するセカンダリー取引: shares are sold, not the company.
            FinancingKind.Sold when sentence.Tongue == Tongue.Japanese => !IsSecondary(sentence.Folded),
            FinancingKind.Buy => !_words.PriceNouns.TryMatch(sentence.Flat.AsSpan(hit.End).TrimStart(), 0, out _),
            FinancingKind.List => !vocabulary.PreSeries.TryMatchBefore(sentence.Flat, hit.Start, out _),
            FinancingKind.Give => !_words.Nouns.TryMatch(sentence.Flat, hit.End, out _),
            FinancingKind.Lead => !_words.Nouns.TryMatch(sentence.Flat, hit.End, out _)
                && (
                    vocabulary.Currencies.TryMatchBefore(sentence.Flat, hit.Start, out _) || sentence.Flat.AsSpan(0, hit.Start) is [.., '%']
                ),
            _ => true,
        };
    }

    private bool IsSecondary(string folded)
    {
        for (var from = 0; vocabulary.StagesInProse.TryFind(folded, from, out var stage); from = stage.End)
        {
            if (stage.Value == "secondary")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What follows a verb belongs to it up to the first comma; without a comma, in English all of it up to the next verb, otherwise none.
    /// </summary>
    private int Boundary(Sentence sentence, int end, int next)
    {
        for (var at = end; at < next; at++)
        {
            if (_words.ClauseEnds.TryMatch(sentence.Flat, at, out _))
            {
                return at + 1;
            }
        }

        return sentence.Tongue == Tongue.English ? next : end;
    }
}

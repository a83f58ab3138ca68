using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// Financings of a Japanese or Korean sentence: particles say who receives, who gives and what is bought, and how the verb ends
/// says whether it is done.
/// </summary>
internal sealed class VerbFinalReader(Vocabulary vocabulary, DraftFacts facts)
{
    /// <summary>Characters of a round's name between its company and its verb: のシリーズBラウンドに参加.</summary>
    private const int RoundName = 16;

    /// <summary>Characters of a stage before the verb that ends it: シリーズB延長を完了.</summary>
    private const int StageName = 10;

    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    public IEnumerable<Draft> Read(Clauses clauses)
    {
        foreach (var trigger in clauses.Triggers)
        {
            if (StatusOf(clauses, trigger) is not { } planned)
            {
                continue;
            }

            foreach (var draft in trigger.Kind switch
            {
                FinancingKind.Raise => Raised(clauses, trigger, planned),
                FinancingKind.RaiseObject => HasFunds(clauses, trigger) ? Raised(clauses, trigger, planned) : [],
                FinancingKind.Give => Given(clauses, trigger, planned),
                FinancingKind.Buy => Bought(clauses, trigger, planned),
                FinancingKind.List => Listed(clauses, trigger, planned),
                FinancingKind.Merge => Merged(clauses, trigger, planned),
                _ => [],
            })
            {
                yield return draft;
            }
        }
    }

    /// <summary>True for a plan, false for what is done, null for what is neither: a mere possibility, money that was raised before.</summary>
    private bool? StatusOf(Clauses clauses, Trigger trigger)
    {
        var flat = clauses.Sentence.Flat;
        var tail = clauses.Tail(trigger);
        if (_words.PlannedAfter.TryMatch(tail.TrimStart(), 0, out var toward) && toward.Start == 0)
        {
            return true;
        }

        if (!_words.Done.TryMatch(tail, 0, out var end) || IsWish(tail, end.End))
        {
            if (_words.Planned.Contains(tail))
            {
                return true;
            }

            if (_words.Possible.Contains(tail))
            {
                return null;
            }
        }

        return _words.PlannedBefore.Contains(flat.AsSpan(trigger.From, trigger.Start - trigger.From));
    }

    /// <summary>調達したい: what ends a verb may yet be a wish.</summary>
    private bool IsWish(ReadOnlySpan<char> tail, int end) => _words.Wish.TryMatch(tail, end, out _);

    private IEnumerable<Draft> Raised(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        if (_words.RaisedBefore.TryMatch(sentence.Flat, trigger.End, out _))
        {
            yield break;
        }

        var pairs = Pairs(clauses, trigger);
        if (pairs.Count > 1)
        {
            for (var i = 0; i < pairs.Count; i++)
            {
                var draft = facts.Of(clauses, trigger, FinancingKind.Raise, pairs[i].Name, pairs[i].Sum, planned);
                var to = i + 1 < pairs.Count ? pairs[i + 1].Name.Start : trigger.To;
                var own = sentence.CitedIn(pairs[i].Name.Start, to).Distinct().ToList();
                if (own.Count > 0)
                {
                    draft.Citations.Clear();
                    draft.Citations.AddRange(own);
                }

                yield return draft;
            }

            yield break;
        }

        var subjects = Subjects(clauses, trigger, isReceiver: true);
        var sum = clauses.SumOf(trigger);
        if (sum is { } money && money.End < trigger.Start && _words.NotFunds.Contains(sentence.Flat.AsSpan(money.End, trigger.Start - money.End)))
        {
            yield break;
        }

        var plain = !planned && _words.Done.TryMatch(clauses.Tail(trigger), 0, out _) && subjects.Count > 0;
        if (subjects.Count == 0)
        {
            yield return facts.Of(clauses, trigger, FinancingKind.Raise, null, sum, planned);
        }

        foreach (var subject in subjects)
        {
            yield return facts.Of(clauses, trigger, FinancingKind.Raise, subject, subjects.Count > 1 ? null : sum, planned, plain);
        }
    }

    /// <summary>AがN、BがMを調達: each with its own amount right behind its particle.</summary>
    private List<(FoundName Name, MoneyHit Sum)> Pairs(Clauses clauses, Trigger trigger)
    {
        var pairs = new List<(FoundName, MoneyHit)>();
        foreach (var sum in clauses.Sums(trigger.From, trigger.Start))
        {
            var cursor = new Cursor(clauses.Sentence.Flat, sum.Start);
            cursor.SkipSpacesBack();
            if (cursor.TrySkipBack(_words.Topic, out var particle) && _names.Ending(clauses.Sentence, particle.Start, trigger.From) is { } name)
            {
                pairs.Add((name, sum));
            }
        }

        return pairs;
    }

    /// <summary>を獲得: what is gained is money, or is called so.</summary>
    private bool HasFunds(Clauses clauses, Trigger trigger)
    {
        var flat = clauses.Sentence.Flat;
        return clauses.Monies.Exists(money => money.End == trigger.Start || (money.End < trigger.Start && money.Start >= trigger.From && _words.Funds.TryMatchBefore(flat, trigger.Start, out _)
                && !_words.NotFunds.Contains(flat.AsSpan(money.End, trigger.Start - money.End))))
            || (_words.Funds.TryMatchBefore(flat, trigger.Start, out var funds) && funds.Length > 1 && facts.HasStage(clauses.Sentence.Folded[trigger.From..trigger.End]))
            || facts.HasStage(clauses.Sentence.Folded[Math.Max(trigger.From, trigger.Start - StageName)..trigger.Start]);
    }

    private IEnumerable<Draft> Given(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        var (receivers, end) = Receivers(clauses, trigger);
        var givers = Subjects(clauses, trigger with { Start = end }, isReceiver: false);
        var sum = clauses.SumOf(trigger);
        if (receivers.Count == 0)
        {
            // XがN を出資: to the company that the entry speaks of.
            if (clauses.Company is not null && sum is not null && givers.Count > 0 && givers.TrueForAll(giver => !IsSame(giver.Name, clauses.Company)) && !HasTo(sentence, trigger))
            {
                yield return With(facts.Of(clauses, trigger, FinancingKind.Give, null, sum, planned), givers);
            }

            yield break;
        }

        foreach (var receiver in receivers)
        {
            yield return With(facts.Of(clauses, trigger, FinancingKind.Give, receiver, receivers.Count > 1 ? null : sum, planned), givers);
        }
    }

    /// <summary>Yに(Nを)出資, Yへの出資, Yのシードラウンドに参加. Only what is surely a name receives: one may invest in a country or in research.</summary>
    private (List<FoundName> Names, int End) Receivers(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        if (_words.To.TryMatch(sentence.Flat, trigger.Start, out _))
        {
            return (Sure(_names.ListEnding(sentence, trigger.Start, trigger.From, byCommas: false), sentence), trigger.Start);
        }

        for (var at = trigger.Start - 1; at > trigger.From; at--)
        {
            var isTo = _words.To.TryMatch(sentence.Flat, at, out _) && !Folding.IsHiragana(sentence.Flat[at - 1]);
            var isOf = _words.Possessive.TryMatch(sentence.Flat, at, out _) && trigger.Start - at <= RoundName;
            if ((isTo || isOf) && Sure(_names.ListEnding(sentence, at, trigger.From, byCommas: false), sentence) is { Count: > 0 } names)
            {
                return (names, at);
            }

            if (_words.ClauseEnds.TryMatch(sentence.Flat, at, out _))
            {
                break;
            }
        }

        return ([], trigger.Start);
    }

    private static List<FoundName> Sure(List<FoundName> names, Sentence sentence) =>
        [.. names.Where(name => sentence.Text[name.Start..].IndexOfAny(['「', '『']) == 0 || name.Name.Any(char.IsAsciiLetter) || sentence.BoldEndingAt(name.Start + name.Name.Length) is not null)];

    private bool HasTo(Sentence sentence, Trigger trigger)
    {
        for (var at = trigger.From + 1; at < trigger.Start; at++)
        {
            if (_words.To.TryMatch(sentence.Flat, at, out _) && !Folding.IsHiragana(sentence.Flat[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Draft> Bought(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        var tail = clauses.Tail(trigger);
        var sum = clauses.SumOf(trigger);
        if (_words.Passive.TryMatch(tail, 0, out var passive) || (tail.Length > 1 && _words.Passive.TryMatch(tail, 1, out passive)))
        {
            var buyers = Agents(sentence, trigger);
            var after = trigger.End + passive.End;
            var bought = Attributed(sentence, after) ?? Subjects(clauses, trigger, isReceiver: true).Select(name => (FoundName?)name).LastOrDefault();
            yield return With(facts.Of(clauses, trigger, FinancingKind.Buy, bought, sum, planned), buyers);
            yield break;
        }

        var (names, end) = BoughtNames(clauses, trigger);
        if (names.Count == 0 && sum is not null && vocabulary.AmountRoles.TryMatchBefore(sentence.Flat, Math.Min(trigger.End + 1, sentence.Flat.Length), out _))
        {
            // 買収額は: the price of what was told of before.
            yield return facts.Of(clauses with { Company = null }, trigger, FinancingKind.Buy, null, sum, planned);
            yield break;
        }

        var by = By(sentence, trigger, end);
        var subjects = by.Count > 0 ? by : Subjects(clauses, trigger with { Start = end }, isReceiver: false);
        if (subjects.Count == 0 && clauses.Company is { } company)
        {
            subjects = [new FoundName(company, 0, null)];
        }

        foreach (var name in names.Where(name => subjects.TrueForAll(subject => !IsSame(subject.Name, name.Name))))
        {
            yield return With(facts.Of(clauses, trigger, FinancingKind.Buy, name, names.Count > 1 ? null : sum, planned), subjects);
        }
    }

    /// <summary>Yを(Nで)買収, Yの買収, Y買収.</summary>
    private (List<FoundName> Names, int End) BoughtNames(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        for (var at = trigger.Start; at > trigger.From; at--)
        {
            var marked = _words.Object.TryMatch(sentence.Flat, at, out _) || (_words.Possessive.TryMatch(sentence.Flat, at, out var of) && of.End == trigger.Start);
            if (at == trigger.Start || marked)
            {
                var names = _names.ListEnding(sentence, at, trigger.From, byCommas: false);
                if (names.Count > 0)
                {
                    return (names, names[0].Start);
                }
            }

            if (at < trigger.Start && _words.ClauseEnds.TryMatch(sentence.Flat, at, out _))
            {
                break;
            }
        }

        // Y 20億ドルで買収: in a headline the amount may stand right behind the name.
        return clauses.SumOf(trigger) is { } sum && sentence.IsHead && _names.Ending(sentence, sum.Start, trigger.From) is { } name && name.Start > 0 ? ([name], name.Start) : ([], trigger.Start);
    }

    /// <summary>Xによる: who does it.</summary>
    private List<FoundName> By(Sentence sentence, Trigger trigger, int end)
    {
        for (var at = end - 1; at > trigger.From; at--)
        {
            if (_words.By.TryMatch(sentence.Flat, at, out _))
            {
                return _names.ListEnding(sentence, at, trigger.From);
            }
        }

        return [];
    }

    /// <summary>Xに(Nで)買収され: who did it.</summary>
    private List<FoundName> Agents(Sentence sentence, Trigger trigger)
    {
        for (var at = trigger.Start - 1; at > trigger.From; at--)
        {
            if ((_words.Agent.TryMatch(sentence.Flat, at, out _) || _words.By.TryMatch(sentence.Flat, at, out _)) && _names.ListEnding(sentence, at, trigger.From) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>買収されたY(は): the noun that a verb in the past describes.</summary>
    private FoundName? Attributed(Sentence sentence, int after)
    {
        var at = after;
        while (at < sentence.Flat.Length && at - after <= 2 && Folding.IsHiragana(sentence.Flat[at]))
        {
            at++;
        }

        return at < sentence.Flat.Length && at > after ? _names.Starting(sentence, at, sentence.Flat.Length) : null;
    }

    /// <summary>X × Y：合併: told of an entry that is about both; who of two remains is not said elsewhere.</summary>
    private IEnumerable<Draft> Merged(Clauses clauses, Trigger trigger, bool planned)
    {
        if (clauses.Company is { } company && company.Contains('×', StringComparison.Ordinal))
        {
            yield return facts.Of(clauses, trigger, FinancingKind.Buy, null, clauses.SumOf(trigger), planned);
        }
    }

    private IEnumerable<Draft> Listed(Clauses clauses, Trigger trigger, bool planned)
    {
        var tail = clauses.Tail(trigger);
        var done = _words.Done.TryMatch(tail, 0, out _) || _words.Floated.Contains(clauses.Sentence.Flat) || OpensWithListing(clauses.Sentence, trigger, tail);
        var subject = Subjects(clauses, trigger, isReceiver: true).Select(name => (FoundName?)name).LastOrDefault();
        var says = planned ? clauses.Sentence.IsHead || clauses.HasSum(trigger.From, trigger.To) || clauses.ValuationIn(trigger.From, trigger.To) is not null : done;
        if (says && (subject is not null || clauses.Company is not null))
        {
            yield return facts.Of(clauses, trigger, FinancingKind.List, subject, clauses.SumOf(trigger), planned);
        }
    }

    /// <summary>X、東証に上場: an opening that ends in the noun tells what is done.</summary>
    private bool OpensWithListing(Sentence sentence, Trigger trigger, ReadOnlySpan<char> tail) =>
        (sentence.IsHead || sentence.Start == 0) && (tail.TrimStart() is [] or [':' or '：' or '。', ..])
        && _words.To.TryMatchBefore(sentence.Flat, trigger.Start, out var to) && _words.Exchanges.TryMatchBefore(sentence.Flat, to.Start, out _);

    /// <summary>The names that a particle makes the subject of a verb; the nearest before it, but no one who only leads a round or takes part in it.</summary>
    private List<FoundName> Subjects(Clauses clauses, Trigger trigger, bool isReceiver)
    {
        var sentence = clauses.Sentence;
        if (isReceiver && Founded(sentence, trigger) is { } founded)
        {
            return [founded];
        }

        for (var at = trigger.Start - 1; at > 0; at--)
        {
            if (!_words.Topic.TryMatch(sentence.Flat, at, out var particle) || !IsParticle(sentence, at, particle.End) || (isReceiver && vocabulary.InvestingBefore.TryMatch(sentence.Flat, at, out _)))
            {
                continue;
            }

            if (_words.Same.TryMatchBefore(sentence.Flat, at, out _))
            {
                return [];
            }

            if (_names.ListEnding(sentence, at, 0, byCommas: !isReceiver) is { Count: > 0 } names)
            {
                return names;
            }
        }

        return sentence.IsHead ? Leading(clauses, trigger) : Owner(clauses, trigger);
    }

    /// <summary>X、…を調達: in a headline a comma stands for the particle.</summary>
    private List<FoundName> Leading(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        var end = FirstMark(sentence.Flat, trigger.Start);
        var names = end > 0 ? _names.ListEnding(sentence, end, 0) : [];
        return names.Count > 0 ? names : Owner(clauses, trigger);
    }

    /// <summary>The first comma or colon; a comma inside a number is none.</summary>
    private static int FirstMark(string flat, int limit)
    {
        for (var at = 1; at < limit; at++)
        {
            if (flat[at] is '、' or '，' or '：' or ':' or ',' && !(char.IsAsciiDigit(flat[at - 1]) && at + 1 < flat.Length && char.IsAsciiDigit(flat[at + 1])))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>XのN調達, X、N: who stands before the amount or the verb itself.</summary>
    private List<FoundName> Owner(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        if (clauses.Company is not null)
        {
            return [];
        }

        for (var at = trigger.Start - 1; at > trigger.From; at--)
        {
            if (_words.Possessive.TryMatch(sentence.Flat, at, out var of) && (trigger.Start - of.End <= 1 || clauses.Monies.Exists(money => money.Start >= of.End && money.Start - of.End <= 1)) && _names.ListEnding(sentence, at, 0) is { Count: > 0 } names)
            {
                return Sure(names, sentence);
            }
        }

        return [];
    }

    /// <summary>…氏が「Y」を設立し、…を調達: what a person founded is what is financed.</summary>
    private FoundName? Founded(Sentence sentence, Trigger trigger)
    {
        var found = _words.Founded.FindAll(sentence.Flat.AsSpan(0, trigger.Start));
        if (found.Count == 0)
        {
            return null;
        }

        var verb = found[^1];
        if (!_words.Persons.Contains(sentence.Flat.AsSpan(0, verb.Start)))
        {
            return null;
        }

        return _names.Ending(sentence, verb.Start, 0) is { } name && Sure([name], sentence).Count > 0 ? name : null;
    }

    /// <summary>A particle stands behind a name, not inside a word: no kana before it; in Korean at the end of a word.</summary>
    private static bool IsParticle(Sentence sentence, int at, int end) => sentence.Tongue == Tongue.Korean
        ? end == sentence.Flat.Length || sentence.Flat[end] is ' ' or ',' or '.'
        : !Folding.IsHiragana(sentence.Flat[at - 1]);

    private static bool IsSame(string a, string b) => Model.CompanyName.Key(a) == Model.CompanyName.Key(b);

    private static Draft With(Draft draft, List<FoundName> investors)
    {
        draft.Investors.AddRange(investors.Select(investor => investor.Name).Where(name => draft.Company is null || !IsSame(name, draft.Company)));
        return draft;
    }
}

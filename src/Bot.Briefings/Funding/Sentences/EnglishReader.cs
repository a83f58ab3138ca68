using Bot.Briefings.Companies;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// Financings in an English sentence, by what comes before the verb, what comes after it, and the small words before it that make it a
/// plan.
/// </summary>
internal sealed partial class EnglishReader(Vocabulary vocabulary, DraftFacts facts)
{
    /// <summary>Maximum characters between a verb and its amount or object.</summary>
    private const int Near = 24;

    /// <summary>Maximum characters between a verb and the word of an amount that it leaves out: raised an undisclosed sum.</summary>
    private const int Article = 4;

    /// <summary>Maximum characters between an amount and its noun: $20m in a first venture debt facility.</summary>
    private const int Phrase = 60;

    /// <summary>Maximum characters of the small words before a verb that say whether it is a plan.</summary>
    private const int Group = 40;

    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);
    private readonly EnglishSubjects _subjects = new(vocabulary);
    private readonly EnglishTransfers _transfers = new(vocabulary, facts);

    public IEnumerable<Draft> Read(Clauses clauses)
    {
        foreach (var trigger in clauses.Triggers.Where(trigger => !IsNegated(clauses.Sentence, trigger)))
        {
            var planned = IsPlanned(clauses, trigger);
            if (_transfers.Read(clauses, trigger, planned) is { } transfer)
            {
                yield return transfer;
                continue;
            }

            foreach (
                var draft in trigger.Kind switch
                {
                    FinancingKind.Raise or FinancingKind.RaiseObject => Raised(clauses, trigger, planned),
                    FinancingKind.Give => Given(clauses, trigger, planned),
                    FinancingKind.Buy => Bought(clauses, trigger, planned),
                    FinancingKind.Sold => Sold(clauses, trigger, planned),
                    FinancingKind.List => Listed(clauses, trigger, planned),
                    _ => [],
                }
            )
            {
                yield return draft;
            }
        }
    }

    /// <summary>will not go public, won't raise: nothing is planned.</summary>
    private bool IsNegated(Sentence sentence, Trigger trigger) =>
        _words.Not.TryMatchBefore(sentence.Flat, sentence.Flat.AsSpan(0, trigger.Start).TrimEnd().Length, out _);

    private bool IsPlanned(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        var last = clauses.Triggers.FindLast(other => other.End <= trigger.Start).End;
        var verb = sentence.Flat.AsSpan(trigger.Start, trigger.End - trigger.Start);
        var from = Math.Max(last, trigger.Start - Group);
        var group = sentence.Flat.AsSpan(from, trigger.Start - from);
        var comma = group.LastIndexOfAny(",;:");
        group = group[(comma + 1)..];

        // X to raise: a headline's future tense.
        return _words.Planned.IsWhole(verb, out _)
            // close to a $400M deal: the words are no verb.
            || (_words.Planned.TryMatch(sentence.Flat, trigger.Start, out var words) && words.End > trigger.End)
            || _words.Planned.Contains(group)
            || (verb is "raising" && group.TrimEnd() is var be && (be.EndsWith(" is") || be.EndsWith(" are")))
            || (verb.EndsWith("e") | verb.EndsWith("y") | verb is "buy" or "raise" or "acquire" or "go public")
                && group.TrimEnd().EndsWith(" to")
                && !_words.Done.Contains(group)
                && !group.Contains("agree", StringComparison.Ordinal);
    }

    private IEnumerable<Draft> Raised(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        var sum = clauses.FirstSum(trigger.End, trigger.To);
        var reach = Math.Min(trigger.To, sum is { } found ? found.End + Phrase : trigger.End + Phrase);
        var phrase = sentence.Flat.AsSpan(trigger.End, Math.Max(0, reach - trigger.End));
        var isFunds = _words.Funds.Contains(phrase) || facts.HasStage(phrase.ToString());
        var direct = sum is { } money && money.Start - trigger.End <= Near;
        if (
            sum is null
            && clauses.LastSum(trigger.From, trigger.Start) is { } passive
            && (IsPassive(sentence, trigger) || sentence.Flat.AsSpan(passive.End, Math.Max(0, trigger.Start - passive.End)).IsWhiteSpace())
        )
        {
            (sum, direct, isFunds) = (passive, true, true);
        }

        // borrowed $30M: the verb says what the money is.
        isFunds |= direct && facts.RoundOf(sentence.Folded[trigger.Start..trigger.End]) is not null;

        // raised an undisclosed amount
        isFunds |= sum is null && vocabulary.Undisclosed.TryFind(phrase, 0, out var unsaid) && unsaid.Start <= Article;

        // seeking more than $15 billion at close to $100 billion: anything with a price is a round.
        isFunds |= direct && clauses.ValuationIn(trigger.End, sentence.Text.Length) is not null;
        if (phrase.TrimStart().StartsWith("part "))
        {
            // taking part in a round
            yield break;
        }

        if (_words.NotFunds.Contains(phrase[..Math.Min(phrase.Length, sum is { } m ? Math.Max(0, m.End - trigger.End) + Near : Near)]))
        {
            yield break;
        }

        // X lands $60M to …: in a headline the verb says enough.
        isFunds |=
            sentence.IsHead
            && direct
            && _words.Plainly.IsWhole(sentence.Flat.AsSpan(trigger.Start, trigger.End - trigger.Start), out _)
            && sum is { } gained
            && sentence.Flat.AsSpan(gained.End).TrimStart() is var behind
            && (
                behind.IsEmpty
                || behind[0] is ',' or ';' or ':'
                || behind.StartsWith("to ")
                || behind.StartsWith("for ")
                || behind.StartsWith("from ")
            );
        if (Gift(clauses, trigger, reach, sum, planned) is { } gift)
        {
            yield return gift;
            yield break;
        }

        // in talks to raise at an $11B valuation: a price suffices for a plan.
        var priced =
            planned && sum is null && trigger.Kind == FinancingKind.Raise && clauses.ValuationIn(trigger.End, trigger.To) is not null;
        if (trigger.Kind == FinancingKind.Raise ? direct || isFunds || priced : isFunds)
        {
            var each = Each(clauses, trigger);
            foreach (var (name, own) in each)
            {
                var draft = facts.Of(clauses, trigger, FinancingKind.Raise, name, own, planned);
                draft.Part = (own.Start, own.End);
                yield return draft;
            }

            if (each.Count > 0)
            {
                yield break;
            }

            var subject = _subjects.Of(sentence, trigger, out var stands);
            if (
                subject is { } firm
                && firm.Start < trigger.Start
                && _words.Firms.Contains(sentence.Flat.AsSpan(firm.Start, trigger.Start - firm.Start))
            )
            {
                // X, a venture firm, raised: its fund.
                yield break;
            }

            if (stands && Instruments(clauses, trigger) is { Count: > 1 } instruments)
            {
                foreach (var (stage, part, from, to) in instruments)
                {
                    var draft = facts.Of(clauses, trigger, FinancingKind.Raise, subject, part, planned);
                    (draft.Stage, draft.Valuation, draft.Part) = (
                        stage,
                        clauses.ValuationIn(from, to) is null ? null : draft.Valuation,
                        (from, to)
                    );
                    yield return draft;
                }

                yield break;
            }

            if (stands)
            {
                var draft = facts.Of(
                    clauses,
                    trigger,
                    FinancingKind.Raise,
                    subject,
                    sum,
                    planned,
                    priced || (trigger.Kind == FinancingKind.Raise && subject is not null && isFunds && !planned)
                );
                if (sum is { } more && IsAdded(sentence, trigger, more, draft.Stage))
                {
                    draft.Stage += "-extension";
                }

                yield return draft;
            }
        }
    }

    /// <summary>completes a $40 billion investment in Acme: what is completed is given, not received.</summary>
    private Draft? Gift(Clauses clauses, Trigger trigger, int reach, MoneyHit? sum, bool planned)
    {
        var sentence = clauses.Sentence;
        if (
            !_words.Gifts.TryFind(sentence.Flat.AsSpan(0, Math.Max(trigger.End, reach)), trigger.End, out var gift)
            || _names.Starting(sentence, gift.End, sentence.Flat.Length) is not { } receiver
            || _subjects.Of(sentence, trigger, out _) is not { } giver
        )
        {
            return null;
        }

        var draft = facts.Of(clauses, trigger, FinancingKind.Give, receiver, sum, planned);
        draft.Investors.Add(giver.Name);
        return draft;
    }

    private static bool IsPassive(Sentence sentence, Trigger trigger) =>
        sentence.Flat.AsSpan(0, trigger.Start).TrimEnd() is var before
        && (before.EndsWith(" was") || before.EndsWith(" were") || before.EndsWith(" has"));

    private IEnumerable<Draft> Given(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        var giver = _subjects.Of(sentence, trigger, out _);
        var sum = clauses.FirstSum(trigger.End, trigger.To);
        var limit = Math.Min(trigger.To, trigger.End + Phrase + Near);
        FoundName? receiver = null;
        var words = sentence.Flat.AsSpan(trigger.Start, trigger.End - trigger.Start);
        if (_words.Putting.IsWhole(words, out _) && !(sum is { } put && put.Start - trigger.End <= Near))
        {
            yield break;
        }

        if (words is "backs" or "leads" || words.EndsWith(" in"))
        {
            receiver = _names.Starting(sentence, trigger.End, limit);
            if (words is "leads" && (receiver is null || !IsOwner(sentence, receiver.Value)))
            {
                receiver = null;
            }
        }
        else
        {
            var isLed = words.StartsWith("led ") || words.StartsWith("leads ") || words.StartsWith("co-");
            limit = isLed ? Math.Min(sentence.Flat.Length, limit + Phrase) : limit;
            for (var at = trigger.End; at < limit && receiver is null; at++)
            {
                if ((at == 0 || sentence.Flat[at - 1] == ' ') && _words.Into.TryMatch(sentence.Flat, at, out var into))
                {
                    receiver = _names.Starting(sentence, into.End, limit);
                    if (isLed && receiver is { } led && _words.RelativeWords.Contains(sentence.Flat.AsSpan(into.End, led.Start - into.End)))
                    {
                        // led the round, in which X took part
                        receiver = null;
                    }

                    at = into.End;
                }
            }
        }

        if (
            receiver is { } name
            && giver is { } from
            && Model.CompanyName.Key(from.Name) != Model.CompanyName.Key(name.Name)
            && !IsLower(sentence, name)
        )
        {
            var draft = facts.Of(clauses, trigger, FinancingKind.Give, name, sum, planned);
            draft.Investors.AddRange(
                _names
                    .ListEnding(sentence, from.Start + from.Name.Length, 0)
                    .Select(other => other.Name)
                    .Where(other => Model.CompanyName.Key(other) != Model.CompanyName.Key(name.Name))
                    .DefaultIfEmpty(from.Name)
            );
            yield return draft;
        }
    }

    /// <summary>leads Acme's $50M round.</summary>
    private static bool IsOwner(Sentence sentence, FoundName name) =>
        name.Start + name.Name.Length + 1 < sentence.Flat.Length
        && sentence.Flat.AsSpan(name.Start + name.Name.Length) is var rest
        && (rest.StartsWith("'s") || rest.StartsWith("’s"));

    private static bool IsLower(Sentence sentence, FoundName name) =>
        !CompanyNames.LooksProper(sentence.Text.AsSpan(name.Start, Math.Min(name.Name.Length, sentence.Text.Length - name.Start)));

    private IEnumerable<Draft> Bought(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        if (_names.Starting(sentence, trigger.End, Math.Min(trigger.To, trigger.End + Phrase)) is not { } bought)
        {
            yield break;
        }

        // X's acquisition of Y: who owns the noun.
        var buyer =
            _names.Owning(sentence, sentence.Flat.AsSpan(0, trigger.Start).TrimEnd().Length) ?? _subjects.Of(sentence, trigger, out _);
        if (buyer is null && sentence.Flat.IndexOf(" by ", bought.Start, StringComparison.Ordinal) is > 0 and var by)
        {
            buyer = _names.Starting(sentence, by + 4, sentence.Flat.Length);
        }

        var name = buyer?.Name ?? clauses.Company;
        if (_words.Shells.TryMatchBefore(Folding.Fold(bought.Name), bought.Name.Length, out var shell) && shell.Start > 0)
        {
            // merges with X Acquisition: how a company is listed.
            yield break;
        }

        if (name is not null && Model.CompanyName.Key(name) != Model.CompanyName.Key(bought.Name))
        {
            var sum = clauses.FirstSum(trigger.Start, trigger.To);
            var draft = facts.Of(clauses, trigger, FinancingKind.Buy, bought, sum, planned);
            draft.Investors.Add(name);
            if (
                sum is null
                && clauses.ValuationIn(trigger.End, trigger.To) is { } worth
                && vocabulary.Financing.Deals.Contains(sentence.Flat.AsSpan(trigger.End, Math.Max(0, worth.Start - trigger.End)))
            )
            {
                // in a deal worth $1bn: the price of the deal.
                (draft.Amount, draft.Valuation) = (draft.Valuation, null);
            }

            yield return draft;
        }
    }

    private IEnumerable<Draft> Sold(Clauses clauses, Trigger trigger, bool planned)
    {
        var buyer = _names.Starting(clauses.Sentence, trigger.End, trigger.To);
        var bought = _subjects.Of(clauses.Sentence, trigger, out var stands);
        if (buyer is { } name && stands && (bought is not null || clauses.Company is not null))
        {
            var sum = clauses.FirstSum(trigger.From, trigger.To);
            var draft = facts.Of(clauses, trigger, FinancingKind.Buy, bought, sum, planned);
            if (draft.Company is { } company && Model.CompanyName.Key(company) != Model.CompanyName.Key(name.Name))
            {
                draft.Investors.Add(name.Name);
                yield return draft;
            }
        }
    }

    private IEnumerable<Draft> Listed(Clauses clauses, Trigger trigger, bool planned)
    {
        var subject = _subjects.Of(clauses.Sentence, trigger, out var stands);
        var sum = clauses.SumOf(trigger);

        // could raise $200M in an IPO: the verb of raising says whether it is done.
        var hoped = clauses.Triggers.Exists(other =>
            other.Kind is FinancingKind.Raise or FinancingKind.RaiseObject && other.End <= trigger.Start && IsPlanned(clauses, other)
        );
        planned |= hoped;
        var done = _words.Floated.Contains(clauses.Sentence.Flat) && !hoped;
        if (stands && (subject is not null || clauses.Company is not null) && (done || planned))
        {
            var draft = facts.Of(clauses, trigger, FinancingKind.List, subject, sum, planned && !done);
            draft.IsAside =
                !done && !hoped && sum is null && !clauses.Sentence.IsHead && !clauses.HasSum(trigger.End, clauses.Sentence.Text.Length);
            yield return draft;
        }
    }
}

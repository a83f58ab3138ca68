using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// English verbs with two objects or a word behind theirs: X takes Y private; Z sells its Y unit to X; X gave Y a $3M grant.
/// </summary>
internal sealed class EnglishTransfers(Vocabulary vocabulary, DraftFacts facts)
{
    /// <summary>Maximum characters between a verb and the name of what it is about.</summary>
    private const int Near = 60;

    /// <summary>Maximum characters between a name and what is given to it: a first.</summary>
    private const int Article = 12;

    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);
    private readonly EnglishSubjects _subjects = new(vocabulary);

    /// <summary>Null if the verb is none of these, or its objects are no names.</summary>
    public Draft? Read(Clauses clauses, Trigger trigger, bool planned)
    {
        var verb = clauses.Sentence.Flat.AsSpan(trigger.Start, trigger.End - trigger.Start);
        return _words.Taking.IsWhole(verb, out _) ? TakenPrivate(clauses, trigger, planned)
            : _words.Selling.IsWhole(verb, out _) ? SoldOff(clauses, trigger, planned)
            : _words.Awarding.IsWhole(verb, out _) ? Awarded(clauses, trigger, planned)
            : null;
    }

    /// <summary>X takes Y private.</summary>
    private Draft? TakenPrivate(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        if (
            _names.Starting(sentence, trigger.End, Math.Min(sentence.Flat.Length, trigger.End + Near)) is not { } taken
            || !_words.Privately.TryMatch(sentence.Flat.AsSpan().TrimEnd(), Behind(sentence, taken), out _)
            || (_subjects.Of(sentence, trigger, out _)?.Name ?? clauses.Company) is not { } buyer
            || CompanyName.AreSame(buyer, taken.Name)
        )
        {
            return null;
        }

        var draft = facts.Of(clauses, trigger, FinancingKind.Buy, taken, clauses.FirstSum(trigger.End, trigger.To), planned);
        draft.Investors.Add(buyer);
        return draft;
    }

    /// <summary>Z sells its Y unit to X: only a part of a company, or a price, makes it more than a product.</summary>
    private Draft? SoldOff(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        if (_names.Starting(sentence, trigger.End, Math.Min(sentence.Flat.Length, trigger.End + Near)) is not { } sold)
        {
            return null;
        }

        var behind = new Cursor(sentence.Flat, Behind(sentence, sold));
        var isPart = behind.TrySkip(_words.Parts, out _);
        behind.SkipSpaces();
        if (behind.Current is ',')
        {
            // Y, its mapping unit, to X
            var comma = sentence.Flat.IndexOf(',', behind.At + 1);
            if (comma < 0)
            {
                return null;
            }

            isPart |= _words.Parts.Contains(sentence.Flat.AsSpan(behind.At, comma - behind.At));
            behind.At = comma + 1;
            behind.SkipSpaces();
        }

        var sum = clauses.FirstSum(trigger.End, trigger.To);
        if (
            !behind.TrySkip("to ")
            || !(isPart || sum is not null)
            || Described(sentence, behind.At) is not { } buyer
            || CompanyName.AreSame(buyer.Name, sold.Name)
            || _subjects.Of(sentence, trigger, out _) is { } seller && CompanyName.AreSame(seller.Name, sold.Name)
        )
        {
            return null;
        }

        var draft = facts.Of(clauses, trigger, FinancingKind.Buy, sold, sum, planned);
        draft.Investors.Add(buyer.Name);
        return draft;
    }

    /// <summary>X gave Y a $3M grant, X awarded $3M to Y.</summary>
    private Draft? Awarded(Clauses clauses, Trigger trigger, bool planned)
    {
        var sentence = clauses.Sentence;
        if (
            clauses.FirstSum(trigger.End, trigger.To) is not { } sum
            || _subjects.Of(sentence, trigger, out _) is not { } giver
            || _words.NotFunds.Contains(sentence.Flat.AsSpan(sum.End, Math.Max(0, trigger.To - sum.End)))
        )
        {
            return null;
        }

        var receiver = _names.Starting(sentence, trigger.End, sum.Start);
        if (receiver is { } direct)
        {
            var between = Behind(sentence, direct);
            if (
                !sentence.Flat.AsSpan(trigger.End, direct.Start - trigger.End).IsWhiteSpace()
                || sum.Start < between
                || sum.Start - between > Article
            )
            {
                return null;
            }
        }
        else
        {
            var to = sentence.Flat.AsSpan(sum.End).IndexOf(" to ");
            receiver = to is >= 0 and < Near ? Directly(sentence, sum.End + to + " to ".Length) : null;
        }

        if (receiver is not { } name || CompanyName.AreSame(name.Name, giver.Name))
        {
            return null;
        }

        var draft = facts.Of(clauses, trigger, FinancingKind.Give, name, sum, planned);
        draft.Investors.Add(giver.Name);
        return draft;
    }

    /// <summary>The name at a position, or behind words that say what its bearer is: rival Acme, the chipmaker Acme.</summary>
    private FoundName? Described(Sentence sentence, int at)
    {
        if (_names.Starting(sentence, at, Math.Min(sentence.Flat.Length, at + Near)) is not { } name)
        {
            return null;
        }

        foreach (var range in sentence.Flat.AsSpan(at, name.Start - at).Split(' '))
        {
            var word = sentence.Flat.AsSpan(at, name.Start - at)[range];
            if (
                !word.IsEmpty
                && !_words.Companies.IsWhole(word, out _)
                && !vocabulary.CompanyCategories.IsWhole(word, out _)
                && !vocabulary.InvestingEnglishBetween.IsWhole(word, out _)
            )
            {
                return null;
            }
        }

        return name;
    }

    private FoundName? Directly(Sentence sentence, int at) =>
        _names.Starting(sentence, at, sentence.Flat.Length) is { } name && sentence.Flat.AsSpan(at, name.Start - at).IsWhiteSpace()
            ? name
            : null;

    private static int Behind(Sentence sentence, FoundName name)
    {
        var cursor = new Cursor(sentence.Flat, name.Start + name.Name.Length);
        cursor.SkipSpaces();
        return cursor.At;
    }
}

using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// Finds the subject of a verb in a Japanese or Korean sentence: by its particle, by the comma of a headline, by possession.
/// </summary>
internal sealed class VerbFinalSubjects(Vocabulary vocabulary)
{
    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    /// <summary>
    /// Those names that are beyond doubt: quoted, bold, with a Latin letter, with the form of a company or the company told of before.
    /// </summary>
    public List<FoundName> Sure(List<FoundName> names, Sentence sentence, string? company = null) =>
        [
            .. names.Where(name =>
                sentence.Text[name.Start..].IndexOfAny(['「', '『']) == 0
                || _words.LegalForms.Contains(name.Name)
                || (company is not null && Model.CompanyName.AreSame(name.Name, company))
                || name.Name.Any(char.IsAsciiLetter)
                || sentence.BoldEndingAt(name.Start + name.Name.Length) is not null
            ),
        ];

    /// <summary>
    /// The names that a particle makes the subject of a verb; the nearest before it, except those that only lead a round or take part in
    /// it.
    /// </summary>
    public List<FoundName> Of(Clauses clauses, Trigger trigger, bool isReceiver)
    {
        var sentence = clauses.Sentence;
        if (isReceiver && Founded(sentence, trigger) is { } founded)
        {
            return [founded];
        }

        for (var at = trigger.Start - 1; at > 0; at--)
        {
            if (
                !_words.Topic.TryMatch(sentence.Flat, at, out var particle)
                || !IsParticle(sentence, at, particle.End)
                || (isReceiver && vocabulary.InvestingBefore.TryMatch(sentence.Flat, at, out _))
            )
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

    /// <summary>X、…を調達: in a headline a comma replaces the particle.</summary>
    private List<FoundName> Leading(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        var end = FirstMark(sentence.Flat, trigger.Start);
        var names = end > 0 ? _names.ListEnding(sentence, end, 0) : [];
        return names.Count > 0 ? names : Owner(clauses, trigger);
    }

    /// <summary>The first comma or colon; a comma inside a number does not count.</summary>
    private static int FirstMark(string flat, int limit)
    {
        for (var at = 1; at < limit; at++)
        {
            if (
                flat[at] is '、' or '，' or '：' or ':' or ','
                && !(char.IsAsciiDigit(flat[at - 1]) && at + 1 < flat.Length && char.IsAsciiDigit(flat[at + 1]))
            )
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>XのN調達, X、N: the name before the amount or the verb itself.</summary>
    private List<FoundName> Owner(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        if (clauses.Company is not null)
        {
            return [];
        }

        for (var at = trigger.Start - 1; at > trigger.From; at--)
        {
            if (
                _words.Possessive.TryMatch(sentence.Flat, at, out var of)
                && (trigger.Start - of.End <= 1 || clauses.Monies.Exists(money => money.Start >= of.End && money.Start - of.End <= 1))
                && _names.ListEnding(sentence, at, 0) is { Count: > 0 } names
            )
            {
                return Sure(names, sentence);
            }
        }

        return [];
    }

    /// <summary>…氏が「Y」を設立し、…を調達: the company that a person founded is the one financed.</summary>
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

    /// <summary>A particle follows a name and is not inside a word: no kana before it; in Korean at the end of a word.</summary>
    private static bool IsParticle(Sentence sentence, int at, int end) =>
        sentence.Tongue == Tongue.Korean
            ? end == sentence.Flat.Length || sentence.Flat[end] is ' ' or '.' || (sentence.Flat[end] == ',' && !sentence.IsHead)
            : !Folding.IsHiragana(sentence.Flat[at - 1]);
}

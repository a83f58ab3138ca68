using System.Buffers;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// Rounds that an English sentence states by a noun instead of a verb of raising: X's latest $60M round; the $75M Series B will help X
/// expand; with $90M in fresh capital, X plans to double its staff; a $18M Series A for X was led by Y.
/// </summary>
internal sealed class NominalRounds(Vocabulary vocabulary, DraftFacts facts)
{
    /// <summary>Maximum characters between an amount and the end of its noun: in fresh growth capital.</summary>
    private const int NounPhrase = 36;

    /// <summary>Maximum words between an owner and the amount: X's latest oversubscribed $60M.</summary>
    private const int Adjectives = 3;

    private const string LedBy = "led by ";

    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create(",;:.()");

    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    /// <summary>Whether a sentence has one of the forms; a quick look that most fail.</summary>
    public bool MayRead(Sentence sentence) =>
        sentence.Tongue == Tongue.English
        && (
            sentence.Flat.AsSpan().ContainsAny('\'', '’')
            || _words.Having.TryMatch(sentence.Flat.AsSpan().TrimStart(), 0, out _)
            || sentence.Says(SentenceWords.Helping, _words)
            || sentence.Flat.Contains(LedBy, StringComparison.Ordinal)
        );

    public IEnumerable<Draft> Read(Clauses clauses)
    {
        var sentence = clauses.Sentence;
        foreach (var sum in clauses.Sums(0, sentence.Flat.Length).Where(sum => IsRound(clauses, sum)))
        {
            if ((Owner(sentence, sum) ?? Haver(sentence, sum) ?? Helped(sentence, sum) ?? For(sentence, sum)) is not { } company)
            {
                continue;
            }

            var from = Math.Max(0, sum.Start - NounPhrase);
            var planned = _words.Planned.Contains(sentence.Flat.AsSpan(from, sum.Start - from));
            var trigger = new Trigger(FinancingKind.Raise, sum.Start, sum.End, 0, sentence.Flat.Length);
            yield return facts.Of(clauses, trigger, FinancingKind.Raise, company, sum, planned);
        }
    }

    /// <summary>$60M Series B, $90M in fresh capital; not $5B investment in another.</summary>
    private bool IsRound(Clauses clauses, MoneyHit sum)
    {
        var flat = clauses.Sentence.Flat;
        var behind = flat.AsSpan(sum.End, Math.Min(NounPhrase, flat.Length - sum.End));
        var end = behind.IndexOfAny(PhraseEnds);
        behind = end < 0 ? behind : behind[..end];
        if (_words.NotFunds.Contains(behind) || _words.Gifts.Contains(behind))
        {
            return false;
        }

        if (facts.RoundOf(behind.ToString()) is not null)
        {
            return true;
        }

        return _words.Funds.TryFind(behind, 0, out var noun)
            && behind[noun.End..].TrimStart() is var next
            && !(next.StartsWith("in ") || next.StartsWith("to ") || next.StartsWith("into "));
    }

    /// <summary>X's latest: the owner of an amount, before at most a few adjectives.</summary>
    private FoundName? Owner(Sentence sentence, MoneyHit sum)
    {
        var cursor = new Cursor(sentence.Flat, sum.Start);
        for (var word = 0; word <= Adjectives; word++)
        {
            cursor.SkipSpacesBack();
            var at = cursor.At;
            if (_names.Owning(sentence, at) is { } owner)
            {
                return owner;
            }

            while (cursor.At > 0 && (char.IsAsciiLetterOrDigit(sentence.Flat[cursor.At - 1]) || sentence.Flat[cursor.At - 1] is '-'))
            {
                cursor.At--;
            }

            if (cursor.At == at)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>With $90M in fresh capital, X plans: what has the money is named behind the comma.</summary>
    private FoundName? Haver(Sentence sentence, MoneyHit sum)
    {
        var start = sentence.Flat.Length - sentence.Flat.AsSpan().TrimStart().Length;
        return
            _words.Having.TryMatch(sentence.Flat, start, out var having)
            && having.End <= sum.Start
            && sentence.Flat.IndexOf(',', sum.End) is > 0 and var comma
            && !sentence.Flat.AsSpan(having.End, sum.Start - having.End).Contains(',')
            ? Directly(sentence, comma + 1)
            : null;
    }

    /// <summary>The $75M Series B will help X expand.</summary>
    private FoundName? Helped(Sentence sentence, MoneyHit sum) =>
        _words.Helping.TryFind(sentence.Flat, sum.End, out var helping) ? Directly(sentence, helping.End) : null;

    /// <summary>A $18M Series A for X was led by Y.</summary>
    private FoundName? For(Sentence sentence, MoneyHit sum)
    {
        var led = sentence.Flat.IndexOf(LedBy, sum.End, StringComparison.Ordinal);
        var into = led < 0 ? -1 : sentence.Flat.AsSpan(sum.End, led - sum.End).IndexOf(" for ");
        return into is >= 0 and <= NounPhrase ? Directly(sentence, sum.End + into + " for ".Length) : null;
    }

    /// <summary>The name at a position, with nothing between.</summary>
    private FoundName? Directly(Sentence sentence, int at) =>
        _names.Starting(sentence, at, sentence.Flat.Length) is { } name && sentence.Flat.AsSpan(at, name.Start - at).IsWhiteSpace()
            ? name
            : null;
}

using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// A clause about an earlier round, which the sentence only follows up: 先月のシリーズCに続き, following its $5M seed, which raised $10M last year.
/// </summary>
internal sealed class EarlierClauses(Vocabulary vocabulary, DraftFacts facts)
{
    private readonly FinancingWords _words = vocabulary.Financing;

    /// <summary>The sentence with spaces instead of such a clause in what is searched; its text stays.</summary>
    public Sentence Without(Sentence sentence)
    {
        sentence = WithoutPast(sentence);
        if (!sentence.Says(SentenceWords.Followed, _words) || !_words.Followed.TryFind(sentence.Flat, 0, out var word))
        {
            return sentence;
        }

        var from = sentence.Flat.AsSpan(0, word.Start).LastIndexOfAny("、，,。;") + 1;
        var end = word.End;
        if (sentence.Tongue == Tongue.English)
        {
            (from, end) = (
                word.Start,
                sentence.Flat.AsSpan(word.End).IndexOf(',') is >= 0 and var comma ? word.End + comma : sentence.Flat.Length
            );
        }
        else
        {
            // Xは先月のシリーズCに続き: the subject stays.
            for (var at = from + 1; at < word.Start; at++)
            {
                from =
                    _words.Topic.TryMatch(sentence.Flat, at, out var topic) && !Folding.IsHiragana(sentence.Flat[at - 1])
                        ? topic.End
                        : from;
            }
        }

        if (
            !sentence.Folded.AsSpan(from, end - from).ContainsAnyInRange('0', '9')
            && facts.RoundOf(sentence.Folded[from..end]) is null
            && !_words.NotFunds.Contains(sentence.Flat.AsSpan(from, end - from))
        )
        {
            return sentence;
        }

        return sentence with
        {
            Folded = Blank(sentence.Folded, from, end),
            Flat = Blank(sentence.Flat, from, end),
        };
    }

    /// <summary>X, which raised $10M last year, hired: an English clause about X that tells of the past.</summary>
    private Sentence WithoutPast(Sentence sentence)
    {
        if (sentence.Tongue != Tongue.English || !_words.PastTimes.TryFind(sentence.Flat, 0, out var time))
        {
            return sentence;
        }

        var from = sentence.Flat.AsSpan(0, time.Start).LastIndexOfAny(",;") + 1;
        var clause = new Cursor(sentence.Flat, from);
        clause.SkipSpaces();
        if (!clause.TrySkip(_words.RelativeWords, out _))
        {
            return sentence;
        }

        clause.SkipSpaces();
        if (!clause.TrySkip(_words.Triggers, out _))
        {
            return sentence;
        }

        var length = sentence.Flat.AsSpan(time.End).IndexOfAny(",;");
        var end = length < 0 ? sentence.Flat.Length : time.End + length;
        return sentence with { Folded = Blank(sentence.Folded, from, end), Flat = Blank(sentence.Flat, from, end) };
    }

    private static string Blank(string text, int from, int end) => text[..from] + new string(' ', end - from) + text[end..];
}

using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <content>One verb with several amounts: of several companies or instruments, or added to a round.</content>
internal sealed partial class EnglishReader
{
    /// <summary>X and Y raised $5M and $7M respectively: in the order of the names; empty unless there are as many amounts.</summary>
    private List<(FoundName Name, MoneyHit Sum)> Each(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        if (!_words.EachOwn.Contains(sentence.Flat))
        {
            return [];
        }

        var cursor = new Cursor(sentence.Flat, trigger.Start);
        cursor.SkipSpacesBack();
        while (cursor.TrySkipBack(_words.Auxiliaries, out _))
        {
            cursor.SkipSpacesBack();
        }

        var names = _names.ListEnding(sentence, cursor.At, 0);
        var sums = clauses.Sums(trigger.End, sentence.Flat.Length).ToList();
        return names.Count > 1 && names.Count == sums.Count ? [.. names.Zip(sums)] : [];
    }

    /// <summary>
    /// a $9M Series A led by X and a further $3M of venture debt from Y: several amounts, each with its own instrument behind it, one of
    /// them borrowed or given. A total before them is none.
    /// </summary>
    private List<Instrument> Instruments(Clauses clauses, Trigger trigger)
    {
        var sentence = clauses.Sentence;
        var sums = clauses.Sums(trigger.End, trigger.To).Where(sum => !sentence.IsInBrackets(sum.Start)).ToList();
        var parts = new List<Instrument>();
        var borrowed = facts.RoundOf(sentence.Folded[trigger.Start..trigger.End]);
        for (var i = 0; i < sums.Count; i++)
        {
            var end = i + 1 < sums.Count ? sums[i + 1].Start : trigger.To;
            var own = sentence.Folded[sums[i].End..end];
            if ((facts.RoundOf(own) ?? borrowed) is { } stage)
            {
                parts.Add(new(stage, sums[i], sums[i].Start, end));
            }
            else if (i > 0)
            {
                return [];
            }
        }

        return
            parts.Count > 1
            && (
                Instrument.AreApart(parts)
                || parts.TrueForAll(part => part.Stage is "debt" or "grant" && sentence.Flat[part.From..part.To].Contains(" from "))
            )
            && parts.Exists(part => part.Stage is "debt" or "grant" or "convertible" or "secondary")
            && (parts.Count == sums.Count || parts.Sum(part => part.Sum.Value) == sums[0].Value)
            ? parts
            : [];
    }

    /// <summary>added $20M to its Series A: what was raised before goes on.</summary>
    private bool IsAdded(Sentence sentence, Trigger trigger, MoneyHit sum, string? stage) =>
        StageScanner.IsNamedRound(stage)
        && !stage.EndsWith("-extension", StringComparison.Ordinal)
        && _words.Adding.IsWhole(sentence.Flat.AsSpan(trigger.Start, trigger.End - trigger.Start), out _)
        && sum.Start >= trigger.End
        && sentence.Flat.AsSpan(sum.End).TrimStart() is var behind
        && (behind.StartsWith("to its ") || behind.StartsWith("to the ") || behind.StartsWith("to a "));
}

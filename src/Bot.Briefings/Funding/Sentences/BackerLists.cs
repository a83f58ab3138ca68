using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Those who lead or join a round in a Chinese or Korean sentence: 由X领投，Y、Z跟投; X가 주도하고 Y 등이 참여.</summary>
internal sealed class BackerLists(Vocabulary vocabulary)
{
    /// <summary>Maximum characters between a list and its verb: 等知名机构和个人.</summary>
    private const int Between = 14;

    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    public IEnumerable<string> Find(Sentence sentence)
    {
        var floor = 0;
        foreach (var verb in _words.Leading.FindAll(sentence.Flat))
        {
            if (_words.Nouns.TryMatch(sentence.Flat, verb.End, out _))
            {
                continue;
            }

            var end = End(sentence, verb.Start, floor);
            foreach (var name in List(sentence, Floor(sentence, floor, end), end))
            {
                yield return name;
            }

            floor = verb.End;
        }

        if (_words.Backers.TryFind(sentence.Flat, 0, out var label))
        {
            var names = Labelled(sentence, label.End, ['。', '；', ';']);
            foreach (var name in names.Count > 0 ? names : Labelled(sentence, label.End, ['。', '；', ';', ',', '，']))
            {
                yield return name;
            }
        }
    }

    /// <summary>投资方为X、Y，投后估值…: the list behind a label, up to a mark that ends it.</summary>
    private List<string> Labelled(Sentence sentence, int from, char[] ends)
    {
        var stop = sentence.Flat.IndexOfAny(ends, from);
        return List(sentence, from, End(sentence, stop < 0 ? sentence.Flat.Length : stop, from));
    }

    /// <summary>Where the list ends: before "and others", before a particle, or else at the verb.</summary>
    private int End(Sentence sentence, int verb, int floor)
    {
        for (var at = Math.Max(floor, verb - Between); at < verb; at++)
        {
            if (vocabulary.AndOthers.TryMatch(sentence.Flat, at, out _) && at > floor)
            {
                return at;
            }
        }

        var cursor = new Cursor(sentence.Flat, verb);
        cursor.SkipSpacesBack();
        cursor.TrySkipBack(_words.Topic, out _);
        return cursor.At;
    }

    /// <summary>Where it starts: after 由, or after a comma that ends a clause with another verb.</summary>
    private int Floor(Sentence sentence, int floor, int end)
    {
        for (var at = end - 1; at > floor; at--)
        {
            if (
                _words.Joining.TryMatch(sentence.Flat, at, out var by)
                || (sentence.Tongue == Tongue.Chinese && sentence.Flat[at] is ',' or '，' && (by = new(at, 1, true)).Length > 0)
            )
            {
                return by.End;
            }
        }

        return floor;
    }

    private List<string> List(Sentence sentence, int from, int end)
    {
        var names = new List<string>();
        while (end > from)
        {
            var start = end;
            Lexicon<bool>.Hit and = default;
            while (start > from && !IsJoin(sentence, start, out and))
            {
                start--;
            }

            var begin = start > from ? start : from;
            if (_names.Ending(sentence, end, begin) is not { } name)
            {
                break;
            }

            names.Insert(0, name.Name);
            end = start > from ? and.Start : from;
        }

        return names;
    }

    private bool IsJoin(Sentence sentence, int end, out Lexicon<bool>.Hit and) =>
        _words.And.TryMatchBefore(sentence.Flat, end, out and)
        && (
            sentence.Tongue != Tongue.Korean
            || sentence.Flat[and.Start] < '\u3000'
            || (end < sentence.Flat.Length && sentence.Flat[end] == ' ')
        );
}

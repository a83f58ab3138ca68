using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>Those who lead or join a round in a Chinese or Korean sentence: 由X领投，Y、Z跟投; X가 주도하고 Y 등이 참여.</summary>
internal sealed class BackerLists(Vocabulary vocabulary)
{
    /// <summary>Maximum characters between a list and its verb: 等知名机构和个人.</summary>
    private const int Between = 14;

    /// <summary>Maximum characters of one script before another in a name: 鼎晖VGC.</summary>
    private const int LongestPrefix = 4;

    /// <summary>Maximum words of a Korean name before its last.</summary>
    private const int MostWords = 3;

    private static readonly char[] Commas = [',', '，'];

    private static readonly char[] PartEnds = [',', '，', '、', '。', ';', '；'];

    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    public IEnumerable<string> Find(Sentence sentence)
    {
        var floor = 0;
        foreach (var verb in _words.Leading.FindAll(sentence.Flat))
        {
            if (
                _words.Nouns.TryMatch(sentence.Flat, verb.End, out _)
                || (
                    _words.Leading.TryMatch(sentence.Flat, verb.End, out _)
                    && vocabulary.OrganizationEndings.IsWhole(sentence.Flat.AsSpan(verb.Start, verb.End - verb.Start), out _)
                )
            )
            {
                // 混沌投资领投: the first word is of a name.
                continue;
            }

            var end = End(sentence, verb.Start, floor);
            foreach (var name in List(sentence, Floor(sentence, floor, end), end))
            {
                yield return name;
            }

            floor = verb.End;
        }

        foreach (var from in sentence.Tongue == Tongue.Korean ? Givers(sentence.Flat) : [])
        {
            foreach (var name in List(sentence, Floor(sentence, 0, from.Start), End(sentence, from.Start, 0)))
            {
                yield return name;
            }
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

    /// <summary>X로부터; X캐피탈에서, where only an organization's name makes the place a giver.</summary>
    private IEnumerable<Lexicon<bool>.Hit> Givers(string flat) =>
        _words
            .FromGivers.FindAll(flat)
            .Concat(
                _words
                    .FromPlaces.FindAll(flat)
                    .Where(place => vocabulary.OrganizationEndings.TryMatchBefore(flat, place.Start, out var ending) && ending.Start > 0)
            );

    /// <summary>投资方为X、Y，投后估值…: the list behind a label, up to a mark that ends it.</summary>
    private List<string> Labelled(Sentence sentence, int from, char[] ends)
    {
        var stop = sentence.Flat.IndexOfAny(ends, from);
        for (
            var comma = sentence.Tongue == Tongue.Chinese ? sentence.Flat.IndexOfAny(Commas, from) : -1;
            comma >= 0 && (stop < 0 || comma < stop);
            comma = sentence.Flat.IndexOfAny(Commas, comma + 1)
        )
        {
            // X，做的是机器人: what does not end like an organization is another clause.
            var next = sentence.Flat.IndexOfAny(PartEnds, comma + 1);
            next = next < 0 ? sentence.Flat.TrimEnd().Length : next;
            if (
                next <= comma
                || (
                    !char.IsAsciiLetter(sentence.Flat[next - 1])
                    && !vocabulary.OrganizationEndings.TryMatchBefore(sentence.Flat, next, out _)
                )
            )
            {
                stop = comma;
                break;
            }
        }

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
        if (cursor.TrySkipBack(_words.Together, out _))
        {
            cursor.SkipSpacesBack();
        }

        if (sentence.Tongue == Tongue.Korean && _words.Object.TryMatchBefore(sentence.Flat, cursor.At, out _))
        {
            // X가 라운드를 주도: the object of the verb.
            var word = sentence.Flat.LastIndexOf(' ', cursor.At - 1);
            if (word > floor && _words.Funds.Contains(sentence.Flat.AsSpan(word + 1, cursor.At - word - 1)))
            {
                cursor.At = word;
                cursor.SkipSpacesBack();
            }
        }

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
                // Y获X领投的
                || (sentence.Tongue == Tongue.Chinese && _words.GainsFrom.TryMatch(sentence.Flat, at, out by))
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
            if (_names.Ending(sentence, end, begin) is not { } name || _words.Kinds.TryMatchBefore(sentence.Flat, end, out _))
            {
                break;
            }

            names.Insert(0, Whole(sentence, begin, name));
            end = start > from ? and.Start : from;
        }

        return names;
    }

    /// <summary>鼎晖VGC, 파운더스 펀드: a name of several words or scripts that fills its place in the list.</summary>
    private string Whole(Sentence sentence, int begin, FoundName name)
    {
        var start = begin;
        while (start < name.Start && sentence.Flat[start] == ' ')
        {
            start++;
        }

        if (start == name.Start)
        {
            return name.Name;
        }

        if (sentence.Flat.AsSpan(start, name.Start - start).LastIndexOfAny("…:;·—") is >= 0 and var mark)
        {
            start += mark + 1;
        }

        var before = sentence.Flat[start..name.Start];
        if (sentence.Tongue == Tongue.Chinese)
        {
            return
                before.Length <= LongestPrefix
                && before.All(Folding.IsKanji)
                && !_words.SubjectEnds.Contains(before)
                && !_words.Joining.Contains(before)
                && !vocabulary.NonNames.TryMatchBefore(before, before.Length, out _)
                ? sentence.Text[start..name.Start] + name.Name
                : name.Name;
        }

        // 이번 투자에는 X Y: what ends in a particle is no part of the name.
        var words = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = words.Reverse().TakeWhile(word => word.Any(char.IsLetter) && !EndsInParticle(word)).ToList();
        var length = own.Sum(word => word.Length + 1);
        return own.Count is > 0 and <= MostWords && length <= before.Length + 1
            ? sentence.Text[Math.Max(start, name.Start - length)..name.Start].TrimStart() + name.Name
            : name.Name;
    }

    private bool EndsInParticle(string word) =>
        _words.Topic.TryMatchBefore(word, word.Length, out _)
        || _words.To.TryMatchBefore(word, word.Length, out _)
        || _words.Object.TryMatchBefore(word, word.Length, out _)
        || _words.Connectives.TryMatchBefore(word, word.Length, out _)
        || _words.Funds.Contains(word)
        || vocabulary.CompanyCategories.TryMatchBefore(word, word.Length, out _)
        || vocabulary.NonNames.IsWhole(word, out _)
        || word.Any(char.IsAsciiDigit);

    private bool IsJoin(Sentence sentence, int end, out Lexicon<bool>.Hit and) =>
        _words.And.TryMatchBefore(sentence.Flat, end, out and)
        && (
            sentence.Tongue != Tongue.Korean
            || sentence.Flat[and.Start] < '\u3000'
            || (end < sentence.Flat.Length && sentence.Flat[end] == ' ')
        );
}

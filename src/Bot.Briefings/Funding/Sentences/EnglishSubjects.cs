using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// Finds the subject of a verb in an English sentence: the name before it, the one that a description or a relative clause is about, or
/// none where a noun refers to the company named before.
/// </summary>
internal sealed class EnglishSubjects(Vocabulary vocabulary)
{
    /// <summary>Maximum characters between the comma that ends a description and its verb.</summary>
    private const int Group = 40;

    /// <summary>Maximum words between an article and its noun: the San Francisco security company.</summary>
    private const int DescribingWords = 4;

    private readonly FinancingWords _words = vocabulary.Financing;
    private readonly NameReader _names = new(vocabulary);

    /// <summary>The nearest capitalised name before a verb that does not end a list of givers.</summary>
    /// <param name="stands">False if the subject is not a company.</param>
    public FoundName? Of(Sentence sentence, Trigger trigger, out bool stands)
    {
        stands = true;
        if (Described(sentence, trigger) is { } described)
        {
            return described;
        }

        var end = trigger.Start;
        while (end > 0)
        {
            var cursor = new Cursor(sentence.Flat, end);
            cursor.SkipSpacesBack();
            while (cursor.Peek(-1) is ',' or ';' or ':')
            {
                cursor.At--;
            }

            end = cursor.At;
            if (end == 0)
            {
                return null;
            }

            if (
                _names.Ending(sentence, end, 0) is { } name
                && char.IsLetterOrDigit(sentence.Text[end - 1]) | sentence.Text[end - 1] is '"' or '”' or '.' or '!' or '&'
            )
            {
                if (
                    !IsGiver(sentence, name.Start)
                    || (end == sentence.Flat.AsSpan(0, trigger.Start).TrimEnd().Length && OpensClause(sentence, name.Start))
                )
                {
                    return name;
                }

                end = name.Start;
                continue;
            }

            var start = end;
            while (start > 0 && sentence.Flat[start - 1] != ' ')
            {
                start--;
            }

            if (IsAnaphor(sentence.Flat, start, end))
            {
                return null;
            }

            if (
                sentence.Flat.AsSpan(start, end - start) is "which" or "who"
                && sentence.Flat.AsSpan(0, start).TrimEnd() is [.., ','] before
                && _names.Ending(sentence, before.Length - 1, 0) is { } relative
            )
            {
                return relative;
            }

            end = start == end ? end - 1 : start;
        }

        return null;
    }

    /// <summary>X, a San Francisco startup that …, raised: the name that opens a sentence, described up to the comma before its verb.</summary>
    private FoundName? Described(Sentence sentence, Trigger trigger)
    {
        var flat = sentence.Flat;
        if (
            _names.Starting(sentence, 0, trigger.Start) is not { } name
            || !flat.AsSpan(0, name.Start).IsWhiteSpace()
            || flat.IndexOf(',', name.Start) is not (> 0 and var comma)
            || comma >= trigger.Start
            || !flat.AsSpan(name.Start + name.Name.Length, Math.Max(0, comma - name.Start - name.Name.Length)).IsWhiteSpace()
        )
        {
            return null;
        }

        var cursor = new Cursor(flat, comma + 1);
        cursor.SkipSpaces();
        var last = flat.AsSpan(0, trigger.Start).LastIndexOf(',');
        return
            (cursor.TrySkip(_words.Descriptions, out _) || OwnerAt(sentence, ref cursor))
            && last > cursor.At
            && trigger.Start - last <= Group
            && !flat.AsSpan(last + 1, trigger.Start - last - 1).ContainsAny(".;:")
            ? name
            : null;
    }

    /// <summary>X, Y's company: whose it is describes it, too.</summary>
    private bool OwnerAt(Sentence sentence, ref Cursor cursor)
    {
        if (
            _names.Starting(sentence, cursor.At, sentence.Flat.Length) is not { } owner
            || !sentence.Flat.AsSpan(cursor.At, owner.Start - cursor.At).IsWhiteSpace()
        )
        {
            return false;
        }

        var end = owner.Start + owner.Name.Length;
        while (end < sentence.Flat.Length && sentence.Flat[end] is not (' ' or ','))
        {
            end++;
        }

        cursor.At = end;
        return sentence.Flat.AsSpan(0, end).EndsWith("'s") || sentence.Flat.AsSpan(0, end).EndsWith("’s");
    }

    /// <summary>The Toronto company closed: a noun with its article is the company named before, unless it stands beside its name.</summary>
    private bool IsAnaphor(string flat, int start, int end)
    {
        if (!_words.Companies.IsWhole(flat.AsSpan(start, end - start), out _))
        {
            return false;
        }

        var before = flat.AsSpan(0, start).TrimEnd();
        for (var word = 0; word < DescribingWords; word++)
        {
            var space = before.LastIndexOf(' ');
            if (before[(space + 1)..] is "the")
            {
                return space < 0
                    || before[..space].TrimEnd() is var opening && (opening is [] or [.., '.' or ':' or ';'] || opening.EndsWith(" that"));
            }

            if (space < 0)
            {
                return false;
            }

            before = before[..space].TrimEnd();
        }

        return false;
    }

    /// <summary>Backed by A, Y raises: a lone comma before the name that its verb directly follows ends a clause, not a list.</summary>
    private static bool OpensClause(Sentence sentence, int start) =>
        sentence.Flat.AsSpan(0, start).TrimEnd() is [.., ',']
        && sentence.Flat.AsSpan(0, start).IndexOf(',') == sentence.Flat.AsSpan(0, start).LastIndexOf(',');

    /// <summary>by A, B and C: a word before a name, and before names joined to it, that makes it a giver or a place.</summary>
    private bool IsGiver(Sentence sentence, int start)
    {
        var cursor = new Cursor(sentence.Flat, start);
        for (var joined = 0; joined < 8; joined++)
        {
            cursor.SkipSpacesBack();
            if (_words.Joining.TryMatchBefore(cursor.Text, cursor.At, out _))
            {
                return true;
            }

            if (!cursor.TrySkipBack(_words.And, out _))
            {
                return false;
            }

            cursor.SkipSpacesBack();
            if (_words.And.TryMatchBefore(cursor.Text, cursor.At, out var comma))
            {
                cursor.At = comma.Start;
            }

            if (_names.Ending(sentence, cursor.At, 0) is not { } before)
            {
                return false;
            }

            cursor.At = before.Start;
        }

        return false;
    }
}

using Bot.Briefings.Companies;
using Bot.Briefings.Entries;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding.Sentences;

/// <summary>
/// The company that an entry is about, by its headline: the whole headline, or the text before its first comma, colon, dash or verb.
/// </summary>
internal sealed class HeadCompany(Vocabulary vocabulary)
{
    private readonly NameReader _names = new(vocabulary);

    public string? Of(EntryText head, IReadOnlyList<Sentence> sentences)
    {
        if (
            _names.Whole(TrimMarks(head.Text)) is { } whole
            && (whole.Any(c => char.IsUpper(c) || char.IsAsciiDigit(c)) || !whole.Contains(' '))
            && Proper(whole)
            && !(sentences is [{ Tongue: Tongue.Chinese }, ..] && _names.HasVerb(whole))
        )
        {
            return sentences.Count > 0 && sentences[0].IsHead ? Tail(sentences[0], whole) ?? whole : whole;
        }

        if (sentences.Count == 0 || (head.Text.Length > 0 && !sentences[0].IsHead))
        {
            return null;
        }

        var sentence = sentences[0];
        var end = End(sentence);
        if (end > 0 && _names.Ending(sentence, end, 0) is { } before && !IsGiver(sentence, before.Start))
        {
            return before.Name;
        }

        if (end > 0 && BeforeParticle(sentence, end) is { } subject)
        {
            return subject;
        }

        if (end > 0 && sentence.Tongue == Tongue.Chinese && BeforeVerb(sentence) is { } opening)
        {
            return opening;
        }

        if (end > 0)
        {
            // AIチップの新星、Positron: the name may follow the mark, if nothing else does.
            return
                _names.Whole(sentence.Text[(end + 1)..]) is { } behind
                && CompanyNames.IsName(behind, vocabulary)
                && !vocabulary.NonNames.IsWhole(Folding.Fold(behind), out _)
                ? behind
                : OwnerOf(sentence);
        }

        if (sentence.Tongue == Tongue.Chinese && BeforeVerb(sentence) is { } runsOn)
        {
            return runsOn;
        }

        if (BeforeParticle(sentence, sentence.Flat.Length) is { } topic)
        {
            return topic;
        }

        if (sentence.Tongue == Tongue.Japanese && Receiver(sentence) is { } receiver)
        {
            return receiver;
        }

        if (sentence.Tongue != Tongue.English && OfOwner(sentence) is { } owner)
        {
            return owner;
        }

        if (sentence.Tongue != Tongue.English)
        {
            return
                _names.Ending(sentence, sentence.Flat.Length, 0) is { } last
                && (last.Name.Any(char.IsAsciiLetter) || sentence.Text[^1] is '」' or '』' or '”')
                ? last.Name
                : null;
        }

        return sentence.Text.AsSpan().TrimStart() is [var first, ..] && char.IsUpper(first)
            ? _names.Starting(sentence, 0, sentence.Flat.Length)?.Name
            : null;
    }

    /// <summary>Acme emerged with $200M from X, Y: behind such a word, a name before a comma gives.</summary>
    private bool IsGiver(Sentence sentence, int start) =>
        sentence.Tongue == Tongue.English
        && vocabulary.Financing.Joining.TryMatchBefore(sentence.Flat, sentence.Flat.AsSpan(0, start).TrimEnd().Length, out var word)
        && word.Start > 0;

    /// <summary>Acme's valuation hit $6.6B as it raised $330M: the owner that opens an English headline.</summary>
    public string? OwnerOf(Sentence sentence)
    {
        var flat = sentence.Flat.AsSpan();
        var mark = flat.IndexOfAny('\'', '’');
        var space = mark > 0 ? flat[mark..].IndexOf(' ') : -1;
        return
            sentence.Tongue == Tongue.English
            && space is 1 or 2
            && _names.Owning(sentence, mark + space) is { } name
            && flat[..name.Start].IsWhiteSpace()
            ? name.Name
            : null;
    }

    /// <summary>「X」が1億ドルのシリーズA: the name before the first subject particle.</summary>
    private string? BeforeParticle(Sentence sentence, int end)
    {
        for (var at = 1; at < end; at++)
        {
            if (vocabulary.Financing.Topic.TryMatch(sentence.Flat, at, out _) && !Folding.IsHiragana(sentence.Flat[at - 1]))
            {
                return _names.Ending(sentence, at, 0)?.Name;
            }
        }

        return null;
    }

    /// <summary>Xに2億ドル, XにYなどが2億ドル: who receives what a headline without a verb ends in.</summary>
    private string? Receiver(Sentence sentence)
    {
        var end = sentence.Flat.AsSpan().TrimEnd(" :：。").Length;
        if (!vocabulary.Currencies.TryMatchBefore(sentence.Flat, end, out var currency))
        {
            return null;
        }

        for (var at = 1; at < currency.Start; at++)
        {
            if (
                vocabulary.Financing.To.TryMatch(sentence.Flat, at, out _)
                && !Folding.IsHiragana(sentence.Flat[at - 1])
                && _names.Ending(sentence, at, 0) is { } name
                && name.Name.Any(char.IsAsciiLetter)
            )
            {
                return name.Name;
            }
        }

        return null;
    }

    /// <summary>Xの評価額が…: the name that opens a headline and owns what it is about.</summary>
    private string? OfOwner(Sentence sentence)
    {
        for (var at = 1; at < sentence.Flat.Length; at++)
        {
            if (vocabulary.Financing.Possessive.TryMatch(sentence.Flat, at, out _))
            {
                return _names.Ending(sentence, at, 0) is { } name && sentence.Flat.AsSpan(0, name.Start).IsWhiteSpace() ? name.Name : null;
            }
        }

        return null;
    }

    /// <summary>银杏医疗在港交所…: the name that opens a Chinese headline, before the first word that follows subjects.</summary>
    private string? BeforeVerb(Sentence sentence)
    {
        var cursor = new Cursor(sentence.Flat);
        while (cursor.TrySkip(vocabulary.Financing.Hearsay, out _)) { }

        var from = cursor.At;
        for (var at = from + 2; at < sentence.Flat.Length; at++)
        {
            if (vocabulary.Financing.SubjectEnds.TryMatch(sentence.Flat, at, out _) && _names.Ending(sentence, at, from) is { } name)
            {
                return name.Name;
            }
        }

        return null;
    }

    /// <summary>AIインフラ企業Lambda: a headline that says what the company is, and its name.</summary>
    private string? Tail(Sentence sentence, string whole)
    {
        var end = sentence.Flat.AsSpan().TrimEnd().Length;
        return
            whole.Any(Folding.IsJapanese)
            && _names.Ending(sentence, end, 0) is { } name
            && name.Start > 0
            && name.Name.Length < whole.Length
            && sentence.Flat.AsSpan(0, name.Start).TrimEnd() is var before
            && vocabulary.CompanyCategories.TryMatchBefore(before, before.Length, out _)
            ? name.Name
            : null;
    }

    /// <summary>A one-word headline in another script is a name only if it is not an ordinary word.</summary>
    private bool Proper(string name) =>
        CompanyNames.IsName(name, vocabulary)
        || name.Any(char.IsAsciiLetterUpper)
        || vocabulary.OrganizationEndings.TryMatchBefore(Folding.Fold(name), name.Length, out _)
        || (name.Length is > 1 and <= 12 && name.All(Folding.IsHangul))
        || IsKanaName(name)
        || (name.All(c => Folding.IsKatakana(c) || Folding.IsKanji(c) || c is '\u30FB') && name.Length <= 12);

    /// <summary>さくらインターネット: hiragana, and then only katakana.</summary>
    private static bool IsKanaName(string name)
    {
        var first = name.AsSpan().IndexOfAnyExceptInRange('\u3041', '\u3096');
        return first >= 2 && name.Length - first >= 3 && name.AsSpan(first).IndexOfAnyExceptInRange('\u30A1', '\u30FC') < 0;
    }

    private static string TrimMarks(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]) && text[start] is not ('「' or '『' or '"' or '“'))
        {
            start++;
        }

        return text[start..].TrimEnd(' ', ':', '：', '。', '.');
    }

    /// <summary>The first mark that separates a name from what is said about it; one inside a word does not count.</summary>
    private static int End(Sentence sentence)
    {
        var flat = sentence.Flat;
        for (var i = 1; i < flat.Length; i++)
        {
            if (
                (flat[i] is '、' or '—' or '–' or '|' or ';')
                || (sentence.Text[i] is '，' or '：' && flat[i] != ' ')
                || (flat[i] is ',' or ':' && (i + 1 == flat.Length || flat[i + 1] == ' ' || flat[i] == ':' && flat[i + 1] > '\u007F'))
                || (flat[i] == '-' && flat[i - 1] == ' ' && i + 1 < flat.Length && flat[i + 1] == ' ')
            )
            {
                return i;
            }
        }

        return -1;
    }
}

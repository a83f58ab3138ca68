using System.Buffers;
using System.Text;
using Bot.Briefings.Companies;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Those said to invest, lend or give in running prose, Japanese or English.</summary>
internal sealed class InvestorProse(Vocabulary vocabulary, InvestorCell cell)
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("「」『』$€£¥:;");

    private const int LongestName = 40;
    private const int LongestList = 400;

    /// <summary>An item that is longer says elsewhere what it has to say.</summary>
    private const int LongestText = 4_000;

    /// <summary>Words between a trigger and a name: the existing investor X.</summary>
    private static readonly string[] Articles =
        ["the", "a", "an", "its", "existing", "new", "investor", "investors", "lead", "backer", "backers", "returning", "previous", "fellow", "both", "strategic", "insider", "insiders", "chipmaker", "firm", "fund", "funds", "firms", "early", "current", "shareholder", "shareholders", "venture", "all", "also", "by", "from", "and"];

    public IReadOnlyList<string> Find(string plain)
    {
        var text = CompanyNames.StripAll(plain.Length > LongestText ? plain[..LongestText] : plain);
        var folded = Folding.Fold(text);
        if (folded.Length != text.Length)
        {
            text = Surrogates.ReplaceLone(text).Normalize(NormalizationForm.FormKC);
            folded = Folding.Fold(text);
            if (folded.Length != text.Length)
            {
                return [];
            }
        }

        var names = new List<(int At, string Name)>();
        var start = 0;
        while (start < text.Length)
        {
            var sentence = OpeningWords.FirstSentence(text[start..]);
            var lower = folded.Substring(start, sentence.Length);
            if (sentence.Any(Folding.IsJapanese))
            {
                Japanese(sentence, lower, start, names);
            }
            else
            {
                English(sentence, lower, start, names);
            }

            start += Math.Max(1, sentence.Length);
        }

        return [.. names.OrderBy(name => name.At).Select(name => name.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private void Japanese(string text, string folded, int offset, List<(int At, string Name)> names)
    {
        foreach (var hit in vocabulary.InvestingBefore.FindAll(folded))
        {
            Back(text, hit.Start, offset, names);
        }

        foreach (var hit in vocabulary.InvestingFrom.FindAll(folded))
        {
            if (vocabulary.Receiving.Contains(folded.AsSpan(hit.End)) && !IsRange(folded, hit))
            {
                Back(text, hit.Start, offset, names);
            }
        }

        foreach (var hit in vocabulary.InvestingAfter.FindAll(folded))
        {
            Forward(text, hit.End, offset, names);
        }
    }

    /// <summary>5億から7億ドル, 1月から.</summary>
    private static bool IsRange(string folded, Lexicon<bool>.Hit hit) =>
        hit.Start > 0 && (char.IsAsciiDigit(folded[hit.Start - 1]) || folded[hit.Start - 1] is '億' or '万' or '月' or '年' or '日');

    /// <summary>The names that end at <paramref name="end"/>: X、YとZ.</summary>
    private void Back(string text, int end, int offset, List<(int At, string Name)> names)
    {
        while (end > 0)
        {
            var start = end;
            while (start > 0 && !IsSeparator(text, start - 1))
            {
                start--;
            }

            var segment = text[start..end];
            var kana = segment.TrimEnd().TrimEnd('な', 'ど', 'ら').Length;
            var lastKana = kana - 1;
            while (lastKana >= 0 && !Folding.IsHiragana(segment[lastKana]) && segment[lastKana] is not (':' or '：'))
            {
                lastKana--;
            }

            var name = Name(segment[(lastKana + 1)..kana]);
            if (name.Length == 0)
            {
                return;
            }

            names.Add((offset + start + lastKana + 1, name));
            if (lastKana >= 0)
            {
                return;
            }

            end = start - 1;
        }
    }

    /// <summary>The names that begin at <paramref name="start"/>, up to a kana that is not と or や.</summary>
    private void Forward(string text, int start, int offset, List<(int At, string Name)> names)
    {
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && !IsSeparator(text, end) && !Folding.IsHiragana(text[end]) && text[end] is not ('。' or '；' or ';'))
            {
                end++;
            }

            var name = Name(text[start..end]);
            if (name.Length == 0)
            {
                return;
            }

            names.Add((offset + start, name));
            if (end >= text.Length || !IsSeparator(text, end))
            {
                return;
            }

            start = end + 1;
        }
    }

    private string Name(string text)
    {
        var name = cell.Clean(text.Trim());
        if (name.Length > 1 && name[0] is '米' or '英' or '独' or '仏' or '中' or '韓' && char.IsAsciiLetter(name[Math.Min(1, name.Length - 1)]))
        {
            name = name[1..];
        }

        var folded = Folding.Fold(name);
        return name.Length is 0 or > LongestName || char.IsAsciiDigit(folded[0]) && folded.Any(c => c is '億' or '万' or '円' or '月' or '年' or '日' or '%')
            || vocabulary.FinancingWords.Contains(folded) || name.AsSpan().IndexOfAny(NotInNames) >= 0 ? "" : name;
    }

    private static bool IsSeparator(string text, int at) => text[at] switch
    {
        '、' or ',' or '，' or '／' or '/' => true,
        'と' or 'や' => at > 0 && at + 1 < text.Length && !Folding.IsHiragana(text[at - 1]) && !Folding.IsHiragana(text[at + 1]),
        '。' => true,
        _ => false,
    };

    private void English(string text, string folded, int offset, List<(int At, string Name)> names)
    {
        foreach (var hit in vocabulary.InvestingEnglishAfter.FindAll(folded))
        {
            Names(text, hit.End, offset, names);
        }

        foreach (var hit in vocabulary.InvestingEnglishBefore.FindAll(folded))
        {
            var start = ListBefore(text, hit.Start);
            if (start < hit.Start)
            {
                Names(text[..hit.Start], start, offset, names);
            }
        }
    }

    /// <summary>Where the capitalised words that end at <paramref name="end"/> begin.</summary>
    private static int ListBefore(string text, int end)
    {
        var start = end;
        while (end - start < LongestList)
        {
            var wordEnd = start;
            while (wordEnd > 0 && text[wordEnd - 1] is ' ' or ',')
            {
                wordEnd--;
            }

            var wordStart = wordEnd;
            while (wordStart > 0 && text[wordStart - 1] is not (' ' or ','))
            {
                wordStart--;
            }

            var word = text[wordStart..wordEnd];
            if (word.Length == 0 || word.AsSpan().IndexOfAny(NotInNames) >= 0 || !(CompanyNames.LooksProper(word) || word is "and" or "&" or "of" or "both" or "all" or "also"))
            {
                return start;
            }

            start = wordStart;
        }

        return start;
    }

    /// <summary>Capitalised names from <paramref name="at"/>, parted by commas and "and", up to another word.</summary>
    private void Names(string text, int at, int offset, List<(int At, string Name)> names)
    {
        var name = new StringBuilder();
        var nameAt = at;
        foreach (var (word, start) in Words(text, at))
        {
            var bare = word.TrimEnd(',', '.', ';', ':');
            if (bare is "and" or "plus" || (name.Length == 0 && Articles.Contains(bare.ToLowerInvariant()) && bare is not "A"))
            {
                Close();
                continue;
            }

            if (!(CompanyNames.LooksProper(bare) || (name.Length > 0 && bare is "&" or "of" or "de")) || bare.AsSpan().IndexOfAny(NotInNames) >= 0)
            {
                break;
            }

            nameAt = name.Length == 0 ? start : nameAt;
            name.Append(name.Length == 0 ? "" : " ").Append(bare.EndsWith("'s", StringComparison.Ordinal) ? bare[..^2] : bare);
            if (word.EndsWith(','))
            {
                Close();
            }
            else if (word.Length > bare.Length)
            {
                break;
            }
        }

        Close();

        void Close()
        {
            var candidate = cell.Clean(name.ToString());
            var lower = Folding.Fold(candidate);
            if (candidate.Length is > 0 and <= LongestName && Dates.DateScanner.FindAll(lower).Count == 0
                && !vocabulary.SeriesWords.IsWhole(lower.Split(' ')[0], out _) && !vocabulary.GenericNames.IsWhole(lower, out _))
            {
                names.Add((offset + nameAt, candidate));
            }

            name.Clear();
        }
    }

    private static IEnumerable<(string Word, int Start)> Words(string text, int at)
    {
        while (at < text.Length)
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            var end = at;
            while (end < text.Length && text[end] != ' ')
            {
                end++;
            }

            if (end > at)
            {
                yield return (text[at..end], at);
            }

            at = end;
        }
    }
}

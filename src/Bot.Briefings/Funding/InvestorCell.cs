using Bot.Briefings.Companies;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>The names in a cell of investors, without notes and without "and others".</summary>
internal sealed class InvestorCell(Vocabulary vocabulary)
{
    private const int MostNames = 100;
    private const int MostWordsAround = 8;

    /// <param name="text">A cell's text; each line is a separate name.</param>
    public IReadOnlyList<string> Read(string text)
    {
        var names = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            Add(line, names);
        }

        return names;
    }

    private void Add(string text, List<string> names)
    {
        // A note ends a name: X（リード）・Y are two.
        foreach (
            var part in Split(
                CompanyNames.StripAll(
                    text.Replace("）\u30FB", "）、", StringComparison.Ordinal).Replace(")\u30FB", ")、", StringComparison.Ordinal)
                )
            )
        )
        {
            var name = Clean(part);
            if (name.Length > 0 && names.Count < MostNames && !names.Contains(name))
            {
                names.Add(name);
            }
        }
    }

    /// <summary>A name without what surrounds it; empty if it names nobody.</summary>
    public string Clean(string part)
    {
        var name = WithoutLabel(part.Trim(' ', '.', '。', ':', '：', '-', '*'));
        bool changed;
        var rounds = 0;
        do
        {
            changed = false;
            var folded = Folding.Fold(name);
            if (folded.Length != name.Length)
            {
                break;
            }

            if (vocabulary.NoInvestors.IsWhole(folded, out _))
            {
                return "";
            }

            if (vocabulary.InvestorPrefixes.TryMatch(folded, 0, out var prefix))
            {
                name = name[prefix.End..].TrimStart(' ', ':', '：', '、');
                name = vocabulary.Financing.Possessive.TryMatch(name, 0, out var of) && Folding.IsHiragana(name[0]) ? name[of.End..] : name;
                changed = prefix.Length > 0;
            }
            else if (Suffix(folded) is var cut and > 0)
            {
                name = name[..^cut].TrimEnd(' ', '、', ',', '+', '＋');
                changed = true;
            }
        } while (changed && name.Length > 0 && ++rounds < MostWordsAround);

        var rest = Folding.Fold(name);
        return
            rest.Length == 0
            || vocabulary.Undisclosed.Contains(rest)
            || !rest.Any(char.IsLetterOrDigit)
            || vocabulary.NoInvestors.IsWhole(rest, out _)
            || vocabulary.EmptyMarks.IsWhole(rest, out _)
            || vocabulary.InvestorNotes.IsWhole(rest, out _)
            || IsCount(rest)
            ? ""
            : name;
    }

    /// <summary>買い手：X and in talks: X both give X; no name has a colon.</summary>
    private static string WithoutLabel(string part)
    {
        var colon = part.AsSpan().LastIndexOfAny(':', '：');
        return colon > 0 ? part[(colon + 1)..].TrimStart() : part;
    }

    /// <summary>Length of "ほか", "ほか2社", "and others" or " lead" at the end; 0 if there is none.</summary>
    private int Suffix(string folded)
    {
        var end = folded.Length;
        while (end > 0 && (IsCounter(folded[end - 1]) || char.IsAsciiDigit(folded[end - 1])))
        {
            end--;
        }

        foreach (var at in (ReadOnlySpan<int>)[folded.Length, end])
        {
            if (vocabulary.AndOthers.TryMatchBefore(folded, at, out var hit) && (hit.Start == 0 || IsApart(folded, hit.Start)))
            {
                return folded.Length - hit.Start;
            }
        }

        if (vocabulary.InvestorEndings.TryMatchBefore(folded, folded.Length, out var verb) && verb.Start > 0)
        {
            return folded.Length - verb.Start;
        }

        return
            vocabulary.InvestorNotes.TryMatchBefore(folded, folded.Length, out var note)
            && (note.Start == 0 || folded[note.Start - 1] is ' ' or '/' or '-')
            ? folded.Length - note.Start
            : 0;
    }

    private static bool IsApart(string folded, int at) => folded[at] > '\u007F' || folded[at - 1] is ' ' or ',';

    /// <summary>3社, 2 others.</summary>
    private bool IsCount(string folded) => folded.All(c => char.IsAsciiDigit(c) || IsCounter(c) || c == ' ');

    private bool IsCounter(char c) => vocabulary.Financing.Counters.Opens(c);

    private List<string> Split(string text)
    {
        var parts = new List<string>();
        if (text.Trim().Equals("n/a", StringComparison.OrdinalIgnoreCase))
        {
            return parts;
        }

        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var length =
                text[i] is ',' or '、' or '，' or ';' or '；' or '/' or '／' or '､' or '|' ? 1
                : IsAnd(text, i) ? 5
                : IsPlus(text, i) ? 3
                : IsTo(text, i) ? 1
                : 0;
            if (length > 0)
            {
                parts.Add(text[start..i]);
                start = i + length;
                i = start - 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static bool IsAnd(string text, int at) => string.Compare(text, at, " and ", 0, 5, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsPlus(string text, int at) => string.CompareOrdinal(text, at, " + ", 0, 3) == 0;

    /// <summary>と between two Latin names joins them; inside a Japanese word it is a syllable.</summary>
    private bool IsTo(string text, int at) =>
        Folding.IsHiragana(text[at])
        && vocabulary.Financing.SubjectJoins.TryMatch(text, at, out _)
        && at > 0
        && at + 1 < text.Length
        && !Folding.IsJapanese(text[at - 1])
        && !Folding.IsJapanese(text[at + 1]);
}

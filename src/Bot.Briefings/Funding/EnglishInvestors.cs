using System.Buffers;
using System.Text;
using Bot.Briefings.Companies;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Funding;

/// <summary>Investors in an English sentence: led by X, with Y and Z participating.</summary>
internal sealed class EnglishInvestors(Vocabulary vocabulary, InvestorCell cell)
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("「」『』$€£¥:：;");

    private const int LongestName = 40;
    private const int LongestList = 400;

    /// <summary>Maximum characters between an owner and what it owns.</summary>
    private const int NearOwner = 60;

    /// <summary>Adds a sentence's names with their positions in the text.</summary>
    /// <param name="offset">Where the sentence starts in the text.</param>
    public void Find(string text, string folded, int offset, List<(int At, string Name)> names)
    {
        foreach (var hit in vocabulary.InvestingEnglishAfter.FindAll(folded))
        {
            Names(text, hit.End, offset, names);
        }

        foreach (var hit in vocabulary.InvestingEnglishBefore.FindAll(folded))
        {
            var start = ListBefore(text, hit.Start);

            // YC-backed is a single word.
            if (start < hit.Start && text[hit.Start - 1] != '-')
            {
                Names(text[..hit.Start], start, offset, names);
            }
        }
    }

    /// <summary>Where the capitalised words that end at <paramref name="end"/> start.</summary>
    private int ListBefore(string text, int end)
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
            if (
                word.Length == 0
                || word.AsSpan().IndexOfAny(NotInNames) >= 0
                || !(CompanyNames.LooksProper(word) || word is "&" or "of" || vocabulary.InvestingEnglishBetween.IsWhole(word, out _))
            )
            {
                return start;
            }

            start = wordStart;
        }

        return start;
    }

    /// <summary>Capitalised names from <paramref name="at"/>, separated by commas and "and", up to another word.</summary>
    private void Names(string text, int at, int offset, List<(int At, string Name)> names)
    {
        var name = new StringBuilder();
        var nameAt = at;
        var owned = false;
        foreach (var (word, start) in Words(text, at))
        {
            var bare = word.TrimEnd(',', '.', ';', ':');
            if (bare.Length == 0)
            {
                // X (lead), Y: what is left of a note in brackets.
                Close();
                continue;
            }

            if (vocabulary.Financing.Triggers.IsWhole(bare.ToLowerInvariant(), out var kind) && kind == FinancingKind.Raise)
            {
                break;
            }

            if (bare.StartsWith("ex-", StringComparison.Ordinal))
            {
                // from the ex-X boss: where somebody came from.
                break;
            }

            if (
                bare is "and" or "plus" or "with"
                || (
                    name.Length == 0
                    && vocabulary.InvestingEnglishBetween.IsWhole(bare.ToLowerInvariant(), out _)
                    && bare is not "A"
                    && (char.IsAsciiLetterLower(bare[0]) || start == 0 || bare is "The" || !IsFollowedByName(text, start + word.Length))
                )
            )
            {
                Close();
                continue;
            }

            if (owned && !CompanyNames.LooksProper(bare) && name.Length > 0)
            {
                // NVIDIA's venture arm NVentures: the owner is not the investor.
                name.Clear();
                continue;
            }

            if (bare is "says" or "said" or "reports" or "reported" or "writes")
            {
                // X and Y, the Post says: who tells it gave nothing.
                name.Clear();
                break;
            }

            if (
                owned
                && name.Length == 0
                && word.Length == bare.Length
                && !CompanyNames.LooksProper(bare)
                && char.IsAsciiLetterLower(bare[0])
                && start - at < NearOwner
            )
            {
                continue;
            }

            if (
                !(CompanyNames.LooksProper(bare) || (name.Length > 0 && bare is "&" or "of" or "de"))
                || bare.AsSpan().IndexOfAny(NotInNames) >= 0
            )
            {
                break;
            }

            nameAt = name.Length == 0 ? start : nameAt;
            // Amazon's Industrial Fund: a name behind its owner keeps it.
            var isOwners = owned && name.Length > 0;
            owned = bare.EndsWith("'s", StringComparison.Ordinal);
            name.Append(
                    name.Length == 0 ? ""
                    : isOwners ? "'s "
                    : " "
                )
                .Append(owned ? bare[..^2] : bare);
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
            if (
                candidate.Length is > 0 and <= LongestName
                && Dates.DateScanner.FindAll(lower).Count == 0
                && !vocabulary.SeriesWords.IsWhole(lower.Split(' ')[0], out _)
                && !vocabulary.GenericNames.IsWhole(lower, out _)
                && !vocabulary.NonNames.IsWhole(lower, out _)
            )
            {
                names.Add((offset + nameAt, candidate));
            }

            name.Clear();
        }
    }

    /// <summary>Two Moors: a capital before a capital.</summary>
    private static bool IsFollowedByName(string text, int at) =>
        Words(text, at).FirstOrDefault().Word is { Length: > 0 } next && (char.IsAsciiLetterUpper(next[0]) || next is "of");

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

using Bot.Briefings.Funding;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;

namespace Bot.Briefings.Companies;

/// <summary>The companies that a headline is about: the names before its first comma or verb.</summary>
internal static class HeadlineSubjects
{
    private const int LongestName = 40;

    public static IReadOnlyList<string> Of(string headline, Vocabulary vocabulary)
    {
        var start = 0;
        while (start < headline.Length && !char.IsLetterOrDigit(headline[start]))
        {
            start++;
        }

        var text = headline[start..];
        var names = text.Any(Folding.IsJapanese) ? Japanese(text, vocabulary.Financing) : English(text);
        return [.. names.Select(CompanyNames.Strip).Where(name => CompanyNames.IsName(name, vocabulary)).Distinct()];
    }

    /// <summary>SiemensとNVIDIA、…: the text before the first 、, split at と and ×.</summary>
    private static IEnumerable<string> Japanese(string text, FinancingWords words)
    {
        var end = text.AsSpan().IndexOfAny("、，,：:");
        var subject = end >= 0 ? text[..end] : LeadingLatin(text, words);
        return subject.Length > LongestName * 3 ? [] : Joined(subject, words).Select(name => Possessor(name.Trim(), words));
    }

    private static IEnumerable<string> Joined(string subject, FinancingWords words)
    {
        var start = 0;
        foreach (var join in words.SubjectJoins.FindAll(subject))
        {
            yield return subject[start..join.Start];
            start = join.End;
        }

        yield return subject[start..];
    }

    /// <summary>WalmartがSparkyに… has no comma; its first Latin word is the subject if a subject particle follows.</summary>
    private static string LeadingLatin(string text, FinancingWords words)
    {
        var end = 0;
        while (end < text.Length && !Folding.IsHiragana(text[end]))
        {
            end++;
        }

        while (words.SubjectJoins.TryMatch(text, end, out var join))
        {
            end = join.End;
            while (end < text.Length && !Folding.IsHiragana(text[end]))
            {
                end++;
            }
        }

        return words.Topic.TryMatch(text, end, out _) ? text[..end] : "";
    }

    private static string Possessor(string name, FinancingWords words)
    {
        for (var at = 1; at < name.Length; at++)
        {
            if (Folding.IsHiragana(name[at]) && words.Possessive.TryMatch(name, at, out _))
            {
                return name[..at];
            }
        }

        return name;
    }

    /// <summary>NVIDIA and Siemens expand …: capitalised words up to the verb.</summary>
    private static List<string> English(string text)
    {
        var names = new List<string>();
        var current = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.TrimEnd(',', ':', ';', '.');
            var joins = bare is "and" or "&" or "/";
            if (joins && bare == "and")
            {
                Close();
                continue;
            }

            var possessive = bare.EndsWith("'s", StringComparison.Ordinal) || bare.EndsWith("’s", StringComparison.Ordinal);
            if (!joins && !CompanyNames.LooksProper(bare))
            {
                break;
            }

            current.Add(possessive ? bare[..^2] : bare);
            if (word.EndsWith(','))
            {
                Close();
            }

            if (possessive || word.EndsWith(':') || current.Count > 5)
            {
                break;
            }
        }

        Close();
        return names;

        void Close()
        {
            if (current.Count > 0)
            {
                names.Add(string.Join(' ', current));
            }

            current.Clear();
        }
    }
}

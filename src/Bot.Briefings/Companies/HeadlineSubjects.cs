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
        var names = Folding.HasJapanese(text) ? Japanese(text, vocabulary.Financing) : English(text);
        var companies = new List<string>();
        foreach (var name in names)
        {
            var company = CompanyNames.Strip(name);
            if (CompanyNames.IsName(company, vocabulary))
            {
                companies.Add(company);
            }
        }

        return companies.Count < 2 ? companies : [.. companies.Distinct()];
    }

    /// <summary>SiemensとNVIDIA、…: the text before the first 、, split at と and ×.</summary>
    private static List<string> Japanese(string text, FinancingWords words)
    {
        var end = text.AsSpan().IndexOfAny("、，,：:");
        var subject = end >= 0 ? text[..end] : LeadingLatin(text, words);
        var names = new List<string>();
        if (subject.Length > LongestName * 3)
        {
            return names;
        }

        var start = 0;
        foreach (var join in words.SubjectJoins.FindAll(subject))
        {
            names.Add(Possessor(subject[start..join.Start].Trim(), words));
            start = join.End;
        }

        names.Add(Possessor(subject[start..].Trim(), words));
        return names;
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
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range);
            if (word.IsEmpty)
            {
                continue;
            }

            var bare = word.TrimEnd(",:;.");
            var joins = bare is "and" or "&" or "/";
            if (bare is "and")
            {
                Close();
                continue;
            }

            var possessive = bare.EndsWith("'s") || bare.EndsWith("’s");
            if (!joins && !CompanyNames.LooksProper(bare))
            {
                break;
            }

            current.Add((possessive ? bare[..^2] : bare).ToString());
            if (word is [.., ','])
            {
                Close();
            }

            if (possessive || word is [.., ':'] || current.Count > 5)
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

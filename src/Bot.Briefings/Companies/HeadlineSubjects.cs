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
        var names = text.Any(Folding.IsJapanese) ? Japanese(text) : English(text);
        return [.. names.Select(CompanyNames.Strip).Where(name => CompanyNames.IsName(name, vocabulary)).Distinct()];
    }

    /// <summary>SiemensとNVIDIA、…: what stands before the first 、, parted at と and ・.</summary>
    private static IEnumerable<string> Japanese(string text)
    {
        var end = text.AsSpan().IndexOfAny("、，,：:");
        var subject = end >= 0 ? text[..end] : LeadingLatin(text);
        return subject.Length > LongestName * 3 ? [] : subject.Split(['と', '×', '＆']).Select(name => Possessor(name.Trim()));
    }

    /// <summary>WalmartがSparkyに… has no comma; its first Latin word is the subject if が, は or も follows.</summary>
    private static string LeadingLatin(string text)
    {
        var end = 0;
        while (end < text.Length && !Folding.IsHiragana(text[end]))
        {
            end++;
        }

        while (end < text.Length && text[end] == 'と')
        {
            end++;
            while (end < text.Length && !Folding.IsHiragana(text[end]))
            {
                end++;
            }
        }

        return end < text.Length && text[end] is 'が' or 'は' or 'も' ? text[..end] : "";
    }

    private static string Possessor(string name)
    {
        var of = name.IndexOf('の');
        return of > 0 ? name[..of] : name;
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

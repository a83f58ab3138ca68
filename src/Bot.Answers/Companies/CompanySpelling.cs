using Bot.Answers.Texts;
using Bot.Briefings.Model;
using Bot.Chat;

namespace Bot.Answers.Companies;

/// <summary>How people spell a company's name when they ask about it.</summary>
public static class CompanySpelling
{
    /// <summary>Longest name that is looked up, in UTF-16 code units; anything longer is not a name.</summary>
    public const int MaxLength = 80;

    private static readonly AnswerTexts Japanese = AnswerTexts.In(Locale.Japanese);

    /// <summary>Endings that may follow a name without being part of it, in key form. Longest first.</summary>
    private static readonly string[] Endings =
    [
        .. Japanese[AnswerText.CompanyEndings].Split(' ')
            .Concat(AnswerTexts.In(Locale.English)[AnswerText.CompanyEndings].Split(' '))
            .OrderByDescending(ending => ending.Length),
    ];

    private static readonly string[] Openings = Japanese[AnswerText.CompanyOpenings].Split(' ');

    /// <summary>
    /// Whether the text contains the company's name as written, not inside another Latin word: Apollo is not in
    /// Apollonia.
    /// </summary>
    public static bool IsNamedIn(string text, string company)
    {
        if (company.Length == 0)
        {
            return false;
        }

        for (var at = text.IndexOf(company, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(company, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + company.Length;
            if (!(at > 0 && Joins(text[at - 1], company[0])) && !(end < text.Length && Joins(company[^1], text[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The key without common company suffixes: xAI社 and xAI, Inc. both give <c>xai</c>. Empty only if the key is.</summary>
    /// <param name="key"><see cref="CompanyName.Key"/>.</param>
    public static string Stem(string key)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var opening in Openings)
            {
                if (key.Length > opening.Length && key.StartsWith(opening, StringComparison.Ordinal))
                {
                    key = key[opening.Length..];
                    changed = true;
                }
            }

            foreach (var ending in Endings)
            {
                // A Latin ending needs two characters before it: "Zinc" is a name, not "Z, Inc."
                var kept = key.Length - ending.Length;
                if (kept > (char.IsAscii(ending[0]) ? 1 : 0) && key.EndsWith(ending, StringComparison.Ordinal))
                {
                    key = key[..kept];
                    changed = true;
                }
            }
        }

        return key;
    }

    private static bool Joins(char left, char right) => char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right);
}

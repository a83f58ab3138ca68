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

    /// <summary>What may stand after a name without being part of it, as it looks in a key. Longest first.</summary>
    private static readonly string[] Endings =
    [
        .. Japanese[AnswerText.CompanyEndings]
            .Split(' ')
            .Concat(AnswerTexts.In(Locale.English)[AnswerText.CompanyEndings].Split(' '))
            .OrderByDescending(ending => ending.Length),
    ];

    private static readonly string[] Openings = Japanese[AnswerText.CompanyOpenings].Split(' ');

    /// <summary>The key without common company suffixes: xAI社 and xAI, Inc. both give <c>xai</c>. Empty only if the key is.</summary>
    /// <param name="key"><see cref="CompanyName.Key"/>.</param>
    public static string Stem(string key)
    {
        for (var changed = true; changed; )
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
}

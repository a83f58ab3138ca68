using Bot.Briefings.Model;

namespace Bot.Answers.Companies;

/// <summary>How people write a company's name when they ask for it.</summary>
public static class CompanySpelling
{
    /// <summary>Longest name that is looked up, in UTF-16 code units; what is longer is no name.</summary>
    public const int MaxLength = 80;

    /// <summary>What may stand after a name without being part of it, as it looks in a key. Longest first.</summary>
    private static readonly string[] Endings =
    [
        "株式会社", "有限会社", "合同会社", "incorporated", "corporation", "technologies", "limited", "company", "holdings",
        "について", "の資金調達", "さん", "さま", "御中", "gmbh", "corp", "inc", "ltd", "llc", "plc", "社", "様", "氏",
    ];

    private static readonly string[] Openings = ["株式会社", "有限会社", "合同会社"];

    /// <summary>The key without what is usually added to a name: xAI社 and xAI, Inc. both give <c>xai</c>. Never empty unless the key is.</summary>
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
                // A Latin ending needs two characters before it: "Zinc" is a name and not "Z, Inc."
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

using Bot.Answers.Arguments;
using Bot.Answers.Texts;
using Bot.Archive.Queries;

namespace Bot.Answers.Companies;

/// <summary>Several companies in one question.</summary>
public sealed class CompanyList(NearestNames nearest)
{
    private const int MostNameWords = 6;

    /// <summary>Further names are ignored.</summary>
    private const int MostCompanies = 8;

    private static readonly char[] Separators = [',', ';', '/', '\u3001', '\u30FB', '\uFF0C'];

    private static readonly IReadOnlyList<string> Joints = WordList.Of(AnswerText.WordsJoints);

    /// <summary>
    /// The companies that a text names, each once: separated by commas, slashes or a word for "and", or one after another if the archive
    /// knows every one of them.
    /// </summary>
    /// <returns>Empty unless all of the text is understood.</returns>
    public IReadOnlyList<KnownCompany> Read(CompanySnapshot known, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (nearest.SameStem(known, text) is { } only)
        {
            return [only];
        }

        if (Parted(known, text) is { Count: > 0 } found)
        {
            return found;
        }

        // Japanese joins names without a space.
        var apart = Joints
            .Where(joint => !char.IsAscii(joint[0]))
            .Aggregate(text, (whole, joint) => whole.Replace(joint, ",", StringComparison.Ordinal));
        return apart == text ? [] : Parted(known, apart);
    }

    private List<KnownCompany> Parted(CompanySnapshot known, string text)
    {
        var found = new List<KnownCompany>();
        foreach (var part in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var at = 0; at < words.Length; )
            {
                var (company, length) = Longest(known, words, at);
                if (company is null && !Joints.Contains(words[at].ToLowerInvariant()))
                {
                    return [];
                }

                if (company is not null)
                {
                    found.Add(company);
                }

                at += Math.Max(1, length);
            }
        }

        return [.. found.DistinctBy(company => company.Key).Take(MostCompanies)];
    }

    private (KnownCompany? Company, int Length) Longest(CompanySnapshot known, string[] words, int at)
    {
        for (var length = Math.Min(MostNameWords, words.Length - at); length > 0; length--)
        {
            if (nearest.SameStem(known, string.Join(' ', words, at, length)) is { } company)
            {
                return (company, length);
            }
        }

        return (null, 0);
    }
}

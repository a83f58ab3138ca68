using System.Security.Cryptography;
using System.Text;
using Bot.Briefings.Model;

namespace Bot.Posts;

/// <summary>
/// Identifies a section within its briefing, stable across revisions: its kind and, from the second of a kind on, its
/// ordinal (<c>startups</c>, <c>startups-2</c>). Sections of kind other go by their heading (<c>other-規制政策動向</c>),
/// because there may be many. Inserting such a section does not change the others' identities.
/// </summary>
public static class SectionIdentity
{
    private const int LongestKey = 40;

    /// <summary>Identities parallel to the sections.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Section> sections)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var identities = new List<string>(sections.Count);
        foreach (var section in sections)
        {
            var name = Name(section);
            var ordinal = counts[name] = counts.GetValueOrDefault(name) + 1;
            identities.Add(ordinal == 1 ? name : FormattableString.Invariant($"{name}-{ordinal}"));
        }

        return identities;
    }

    private static string Name(Section section) =>
        section.Kind switch
        {
            SectionKind.TechnologyNews => "technology-news",
            SectionKind.MarketingNews => "marketing-news",
            SectionKind.Startups => "startups",
            SectionKind.FutureTech => "future-tech",
            SectionKind.Analysis => "analysis",
            SectionKind.Insights => "insights",
            SectionKind.Outlook => "outlook",
            SectionKind.References => "references",
            _ => Other(Key(section.Heading)),
        };

    /// <summary>Letters and digits only, so changes to emoji, spaces or character width do not matter.</summary>
    private static string Key(string heading) =>
        string.Concat(heading.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes().Where(Rune.IsLetterOrDigit));

    private static string Other(string key)
    {
        if (key.Length == 0)
        {
            return "other";
        }

        return key.Length <= LongestKey
            ? "other-" + key
            : "other-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
    }
}

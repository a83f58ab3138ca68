namespace Bot.Briefings.Model;

/// <summary>The schema's names of section kinds (<c>technology-news</c>).</summary>
public static class SectionKindName
{
    private static readonly string[] Names =
    [
        "technology-news",
        "marketing-news",
        "startups",
        "future-tech",
        "analysis",
        "insights",
        "outlook",
        "references",
        "other",
    ];

    public static string Of(SectionKind kind) => Names[(int)kind];

    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static SectionKind Parse(string name)
    {
        var index = Array.IndexOf(Names, name);
        return index >= 0
            ? (SectionKind)index
            : throw new ArgumentException($"'{name}' is not a section kind; there are: {string.Join(", ", Names)}", nameof(name));
    }
}

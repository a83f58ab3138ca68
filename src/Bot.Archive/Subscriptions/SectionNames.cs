using Bot.Briefings.Model;
using Bot.Chat.Sections;

namespace Bot.Archive.Subscriptions;

/// <summary>Names of section kinds in subscriptions: kebab case.</summary>
public static class SectionNames
{
    private static readonly Dictionary<string, SectionKind> Kinds = Enum.GetValues<SectionKind>().ToDictionary(Of, StringComparer.Ordinal);

    /// <summary>Every name, in canonical order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<SectionKind>().Select(Of)];

    /// <summary><c>technology-news</c> for <see cref="SectionKind.TechnologyNews"/>.</summary>
    public static string Of(SectionKind kind) => SectionWords.ValueOf(kind);

    /// <summary>Null if the name is unknown.</summary>
    public static SectionKind? Parse(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;
}

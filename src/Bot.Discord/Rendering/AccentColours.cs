using Bot.Briefings.Model;

namespace Bot.Discord.Rendering;

/// <summary>
/// The bar's colour by a message's topic, the same every day, so that people find their place when scrolling (messages.md, rule 19).
/// </summary>
internal static class AccentColours
{
    /// <summary>For a root that was posted as components.</summary>
    public const int Root = 0x2F3E9E;

    private const int Answer = 0x5B6470;

    /// <param name="section">Kind of a section post; null for an answer.</param>
    public static int Of(SectionKind? section) =>
        section switch
        {
            null => Answer,
            SectionKind.TechnologyNews => 0xE8590C,
            SectionKind.MarketingNews => 0xC2255C,
            SectionKind.Startups => 0x2B8A3E,
            SectionKind.FutureTech => 0xF2A900,
            SectionKind.Analysis => 0x1971C2,
            SectionKind.Insights => 0x7048E8,
            SectionKind.Outlook => 0x0C8599,
            SectionKind.References => 0x868E96,
            _ => 0x495057,
        };
}

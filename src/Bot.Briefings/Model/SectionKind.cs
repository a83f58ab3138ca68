namespace Bot.Briefings.Model;

/// <summary>What a section is about, decided by the meaning of its heading. Order is the canonical one.</summary>
public enum SectionKind
{
    TechnologyNews,
    MarketingNews,
    Startups,
    FutureTech,
    Analysis,
    Insights,
    Outlook,
    References,
    Other,
}

namespace Bot.Briefings.Model;

/// <summary>What a section is about, by the meaning of its heading. In canonical order.</summary>
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

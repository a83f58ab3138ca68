using Bot.Archive.Queries;

namespace Bot.Answers.Timelines;

/// <summary>Something that the archive says of a company.</summary>
/// <param name="Briefing">The newest briefing that says it.</param>
public abstract record TimelineEvent(ArchivedBriefing Briefing)
{
    /// <summary>A deal in which it raised.</summary>
    public sealed record Raised(ArchivedDeal Deal) : TimelineEvent(Deal.Reports[0].Briefing);

    /// <summary>A deal in which it invested.</summary>
    public sealed record Invested(ArchivedDeal Deal) : TimelineEvent(Deal.Reports[0].Briefing);

    /// <summary>An item that names it: news, a deep dive, an outlook, an insight, a row of a comparison.</summary>
    public sealed record Told(FoundItem Found) : TimelineEvent(Found.Item.Briefing);

    /// <summary>A briefing that names it in running text and nowhere else.</summary>
    public sealed record Mentioned(ArchivedBriefing Where) : TimelineEvent(Where);
}

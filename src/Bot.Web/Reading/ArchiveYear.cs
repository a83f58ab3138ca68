using Bot.Archive.Queries;
using Bot.Chat;
using Bot.Web.Rendering;

namespace Bot.Web.Reading;

/// <summary>A series' briefings of a year.</summary>
/// <param name="Years">All years with a briefing, and how many each has; the newest first.</param>
/// <param name="Issues">The newest day first.</param>
public sealed record ArchiveYear(Series Series, int Year, IReadOnlyList<(int Year, int Count)> Years, IReadOnlyList<ArchivedIssue> Issues);

/// <summary>A day of a series.</summary>
/// <param name="Before">The nearest earlier day with a briefing; null if there is none.</param>
/// <param name="After">The nearest later one.</param>
public sealed record ArchiveDay(Series Series, DateOnly Date, DateOnly? Before, DateOnly? After)
{
    /// <summary>Null if there is no such briefing.</summary>
    public ArchiveIssue? Issue { get; init; }
}

/// <summary>A stored briefing as it would be posted to the web channel today.</summary>
/// <param name="Companies">With a funding round that day.</param>
/// <param name="Editions">Of that day, this one included, in the order in which they came.</param>
public sealed record ArchiveIssue(
    ArchivedBriefing Briefing,
    WebPayload Root,
    IReadOnlyList<WebPayload> Sections,
    IReadOnlyList<string> Companies,
    IReadOnlyList<ArchivedBriefing> Editions
);

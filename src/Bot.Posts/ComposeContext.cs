using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Posts.Corrections;

namespace Bot.Posts;

/// <summary>What a thread depends on besides the briefing itself.</summary>
/// <param name="Series">Key of the series that buttons answer from.</param>
/// <param name="SeriesName">Display name: <c>US AI</c>.</param>
/// <param name="Locale">Language of the frame.</param>
/// <param name="Today">The current day in the series' time zone; dates in other years show their year.</param>
public sealed record ComposeContext(string Series, string SeriesName, Locale Locale, DateOnly Today)
{
    /// <summary>The day the briefing is stored under; null for the day stated in the briefing.</summary>
    public DateOnly? Date { get; init; }

    /// <summary><see cref="BriefingKey.Edition"/>.</summary>
    public string Edition { get; init; } = "";

    /// <summary>The series' briefing before this one, for what changed; null if there is none.</summary>
    public PreviousBriefing? Previous { get; init; }

    /// <summary>
    /// Those of <see cref="Posts.FirstAppearances.Candidates"/> that no earlier issue of the series names; empty, too, where there is none
    /// to compare with.
    /// </summary>
    public IReadOnlyList<string> FirstAppearances { get; init; } = [];

    /// <summary>The kinds subscribed to; empty: all.</summary>
    public IReadOnlyCollection<SectionKind> Sections { get; init; } = [];

    /// <summary>Whether the small line marks the briefing as a sample.</summary>
    public bool IsSample { get; init; }

    /// <summary>How days are written: for a chat, or as ISO 8601 for the text form.</summary>
    public DateForm DateForm { get; init; } = DateForm.Post;

    /// <summary>Corrections made since the revision that was posted first, by section identity.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Correction>> Corrections { get; init; } = CorrectionHistory.Nothing;

    /// <summary>Time zone for the times of corrections.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public bool Includes(SectionKind kind) => Sections.Count == 0 || Sections.Contains(kind);
}

/// <summary>The briefing that a new one is compared with, and its date.</summary>
public sealed record PreviousBriefing(DateOnly Date, Briefing Briefing);

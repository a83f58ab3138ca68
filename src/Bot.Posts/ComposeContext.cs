using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;
using Bot.Posts.Corrections;

namespace Bot.Posts;

/// <summary>What a thread depends on beside the briefing itself.</summary>
/// <param name="Series">Key of the series: buttons answer from it.</param>
/// <param name="SeriesName">Its name as shown: <c>US AI</c>.</param>
/// <param name="Locale">Language of the frame.</param>
/// <param name="Today">The day in the series' zone: dates of another year show their year.</param>
public sealed record ComposeContext(string Series, string SeriesName, Locale Locale, DateOnly Today)
{
    /// <summary>The day the briefing is stored under; null: the day it states itself.</summary>
    public DateOnly? Date { get; init; }

    /// <summary><see cref="BriefingKey.Edition"/>.</summary>
    public string Edition { get; init; } = "";

    /// <summary>The series' briefing before this one, for what changed; null if there is none.</summary>
    public PreviousBriefing? Previous { get; init; }

    /// <summary>The kinds subscribed to; empty: all.</summary>
    public IReadOnlyCollection<SectionKind> Sections { get; init; } = [];

    /// <summary>The small line marks the briefing as a sample.</summary>
    public bool IsSample { get; init; }

    /// <summary>How days are written: for a chat, or as ISO 8601 for the text form.</summary>
    public DateForm DateForm { get; init; } = DateForm.Post;

    /// <summary>What revisions corrected since the one that was posted first, by identity of the section.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Correction>> Corrections { get; init; } = CorrectionHistory.Nothing;

    /// <summary>Zone of the times of corrections.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public bool Includes(SectionKind kind) => Sections.Count == 0 || Sections.Contains(kind);
}

/// <summary>The briefing that a new one is compared with, and its day.</summary>
public sealed record PreviousBriefing(DateOnly Date, Briefing Briefing);

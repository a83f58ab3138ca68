namespace Bot.Chat;

/// <summary>Why a briefing waits for a person's word. Its words are in Texts.resx: <c>Hold.Markup</c>…</summary>
public enum HoldReason
{
    /// <summary>HTML, XML or a feed came in a document's place.</summary>
    Markup,

    /// <summary>It has no section heading at all.</summary>
    NoSections,

    /// <summary>Nothing was understood of its news and startups, and nothing else.</summary>
    NothingUnderstood,

    /// <summary>Its day is too far ahead.</summary>
    FarAhead,

    /// <summary>Its date would be near today in another year.</summary>
    WrongYear,

    /// <summary>It is below its series' <see cref="SeriesGate"/>.</summary>
    Gate,

    /// <summary>Its day has another document, with which it has little in common.</summary>
    OtherDocument,

    /// <summary>A channel would get too many posts.</summary>
    TooManyPosts,
}

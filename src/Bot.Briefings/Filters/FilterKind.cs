namespace Bot.Briefings.Filters;

/// <summary>What a row of the archive is, as filters name it.</summary>
public enum FilterKind
{
    News,
    Deal,
    Outlook,
    Dive,
    Comparison,
    Insight,

    /// <summary>Running text outside of entries: the lead, a section's prose, its tables.</summary>
    Text,
}

using Bot.Briefings.Model;

namespace Bot.Archive.Entities;

public enum ItemKind
{
    News,
    Funding,
    Outlook,
    DeepDive,
    ComparisonRow,
    Reference,
    Insight,

    /// <summary>A passage outside of entries, for search: the lead, a section's prose, a row of a table. Never told as a change.</summary>
    Text,
}

/// <summary>
/// An item of a briefing. <see cref="Id"/> is stable across the briefing's revisions. Series and date are copied from the
/// briefing, so that the commands' queries need only one index and no join.
/// </summary>
public sealed class StoredItem
{
    public long Id { get; set; }

    public int BriefingId { get; set; }

    public required string Series { get; set; }

    public DateOnly Date { get; set; }

    public ItemKind Kind { get; set; }

    /// <summary>Normalized identity within (briefing, kind): the first criterion for matching revisions.</summary>
    public required string Key { get; set; }

    public SectionKind Section { get; set; }

    public int SectionOrder { get; set; }

    /// <summary>Position among the items of its kind, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>Plain text: headline, company, title, label or first cell.</summary>
    public required string Headline { get; set; }

    /// <summary>Plain text of the whole item, for search and for matching revisions.</summary>
    public required string Text { get; set; }

    /// <summary>The entry of <c>Bot.Briefings.Model</c> as JSON; its type depends on <see cref="Kind"/>.</summary>
    public required string Data { get; set; }

    /// <summary><see cref="CompanyName.Key"/> of a funding round's company, else null.</summary>
    public string? CompanyKey { get; set; }

    /// <summary>Number of a funding round's deal: the lowest id among its reports. Null for other kinds.</summary>
    public long? DealId { get; set; }

    /// <summary><see cref="FundingRound.Stage"/>, so that it can be searched for.</summary>
    public string? Stage { get; set; }

    /// <summary>ISO 4217 code of a round's amount; null without one.</summary>
    public string? Currency { get; set; }

    /// <summary>
    /// The round's amount, or the lower end of a range. Only for finding and sorting rows: the exact figure is in
    /// <see cref="Data"/>.
    /// </summary>
    public double? AmountFrom { get; set; }

    /// <summary>The round's amount, or the upper end of a range.</summary>
    public double? AmountTo { get; set; }

    public Horizon? Horizon { get; set; }

    /// <summary>A reference's number, else null.</summary>
    public int? Number { get; set; }

    public int FirstRevision { get; set; }

    /// <summary>The first revision without it; null while it is current.</summary>
    public int? GoneInRevision { get; set; }

    /// <summary>The briefing is held: not shown in answers.</summary>
    public bool IsHeld { get; set; }
}

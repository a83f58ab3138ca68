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
}

/// <summary>
/// An item of a briefing. <see cref="Id"/> stays the same across revisions of its briefing. Series and date repeat
/// the briefing's, so that the commands' queries need one index and no join.
/// </summary>
public sealed class StoredItem
{
    public long Id { get; set; }

    public int BriefingId { get; set; }

    public required string Series { get; set; }

    public DateOnly Date { get; set; }

    public ItemKind Kind { get; set; }

    /// <summary>Normalized identity within (briefing, kind): what revisions are matched by first.</summary>
    public required string Key { get; set; }

    public SectionKind Section { get; set; }

    public int SectionOrder { get; set; }

    /// <summary>Place among the items of its kind, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>Plain text: headline, company, title, label or first cell.</summary>
    public required string Headline { get; set; }

    /// <summary>Plain text of the whole item, for search and for matching revisions.</summary>
    public required string Text { get; set; }

    /// <summary>The entry of <c>Bot.Briefings.Model</c> as JSON; its type follows <see cref="Kind"/>.</summary>
    public required string Data { get; set; }

    /// <summary><see cref="CompanyName.Key"/> of a funding round's company, else null.</summary>
    public string? CompanyKey { get; set; }

    public Horizon? Horizon { get; set; }

    /// <summary>A reference's number, else null.</summary>
    public int? Number { get; set; }

    public int FirstRevision { get; set; }

    /// <summary>The revision that no longer has it; null while it stands.</summary>
    public int? GoneInRevision { get; set; }

    /// <summary>The briefing is held: no answer shows it.</summary>
    public bool IsHeld { get; set; }
}

using Bot.Briefings.Model;

namespace Bot.Archive.Entities;

/// <summary>A company named in the newest revision of a briefing.</summary>
public sealed class StoredMention
{
    public long Id { get; set; }

    public int BriefingId { get; set; }

    public required string Series { get; set; }

    public DateOnly Date { get; set; }

    public required string CompanyKey { get; set; }

    public required string Name { get; set; }

    public MentionRole Role { get; set; }

    public int SectionOrder { get; set; }

    /// <summary>
    /// The item that names the company: the round for <see cref="MentionRole.Funded"/> and
    /// <see cref="MentionRole.Investor"/>; null in running text.
    /// </summary>
    public long? ItemId { get; set; }

    /// <summary><see cref="StoredItem.DealId"/> of the round, so that an investor's deals are listed without reading its rounds.</summary>
    public long? DealId { get; set; }

    public bool IsHeld { get; set; }
}

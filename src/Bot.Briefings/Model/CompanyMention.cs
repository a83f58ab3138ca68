namespace Bot.Briefings.Model;

/// <summary>The role in which a company is named.</summary>
public enum MentionRole
{
    /// <summary>It raised, sold or bought: the company of a funding round.</summary>
    Funded,

    /// <summary>It invested, lent or gave.</summary>
    Investor,

    /// <summary>The subject of a headline.</summary>
    Headline,

    /// <summary>Named in bold in running text.</summary>
    Text,
}

/// <param name="Name">As written, without bold, link or bracketed note.</param>
/// <param name="Key"><see cref="CompanyName.Key"/> of the name.</param>
/// <param name="SectionOrder">0 for the lead.</param>
public sealed record CompanyMention(string Name, string Key, MentionRole Role, int SectionOrder, TextPosition Position);

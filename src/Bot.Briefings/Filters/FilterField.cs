namespace Bot.Briefings.Filters;

/// <summary>The columns that a filter can name. Their names in both languages: filter.json.</summary>
public enum FilterField
{
    /// <summary>Who raised; of anything but a deal, who is named.</summary>
    Company,
    Investor,

    /// <summary>Canonical stage; its extension counts too.</summary>
    Stage,

    /// <summary>Amount of a deal, in one currency; nothing is converted.</summary>
    Amount,
    Date,

    /// <summary>Written for <see cref="Date"/> with a first day only.</summary>
    Since,

    /// <summary>Written for <see cref="Date"/> with a last day only.</summary>
    Until,
    Section,
    Kind,

    /// <summary>Whether a deal is done or planned.</summary>
    Status,
}

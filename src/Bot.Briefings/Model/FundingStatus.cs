namespace Bot.Briefings.Model;

/// <summary>Whether a financing is done, as far as the text says.</summary>
public enum FundingStatus
{
    /// <summary>Done, or reported as done.</summary>
    Completed,

    /// <summary>Aimed at, negotiated, considered, planned or about to be done.</summary>
    Planned,
}

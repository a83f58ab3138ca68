namespace Bot.Answers.Funding;

/// <summary>What a question about funding wants to see.</summary>
public enum FundingView
{
    /// <summary>The deals themselves, the newest first.</summary>
    Deals,

    /// <summary>The largest deals.</summary>
    Top,

    /// <summary>The sums.</summary>
    Total,

    /// <summary>The deals themselves, the oldest first.</summary>
    First,
}

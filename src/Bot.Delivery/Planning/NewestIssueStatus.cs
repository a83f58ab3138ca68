namespace Bot.Delivery.Planning;

/// <summary>What became of posting the newest issue at once.</summary>
public enum NewestIssueStatus
{
    /// <summary>It is on its way.</summary>
    Posting,

    /// <summary>The channel has it, or it is being posted.</summary>
    PostedBefore,

    /// <summary>It waits for confirmation.</summary>
    Held,

    /// <summary>There is no such issue any more, or the channel no longer gets the series.</summary>
    Impossible,
}

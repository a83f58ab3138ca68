namespace Bot.Slack.Sending;

/// <summary>Where a reply stands that was meant for a thread.</summary>
public enum ReplyPlace
{
    /// <summary>Slack did not say, or not enough.</summary>
    Unknown,
    InThread,

    /// <summary>At the top of the channel, and its root is gone.</summary>
    Stray,
}

namespace Bot.Slack.Sending;

/// <summary>Where a reply meant for a thread ended up.</summary>
public enum ReplyPlace
{
    /// <summary>Slack did not say, or not clearly.</summary>
    Unknown,
    InThread,

    /// <summary>At the top level of the channel, and its root is gone.</summary>
    Stray,
}

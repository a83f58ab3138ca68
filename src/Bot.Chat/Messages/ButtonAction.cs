namespace Bot.Chat.Messages;

/// <summary>What pressing a <see cref="Button"/> does.</summary>
public enum ButtonAction
{
    /// <summary>Answers privately.</summary>
    Ask,

    /// <summary>Posts the answer to the channel, in the name of the person who pressed.</summary>
    Share,
}

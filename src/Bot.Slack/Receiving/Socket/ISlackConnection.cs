namespace Bot.Slack.Receiving.Socket;

/// <summary>Whether Slack can reach the bot, when the bot itself holds the connection.</summary>
public interface ISlackConnection
{
    bool IsConnected { get; }

    /// <summary>Whether this process is the one that should be connected; another one may be.</summary>
    bool IsHeld { get; }
}

namespace Bot.Chat.Platforms;

/// <summary>A connection that the bot itself holds so that a platform can reach it: a gateway or a socket.</summary>
public interface IStandingConnection
{
    PlatformId Platform { get; }

    /// <summary>Whether what people ask arrives now.</summary>
    bool IsConnected { get; }

    /// <summary>Whether this process is the one that should be connected; another one may be.</summary>
    bool IsHeld { get; }
}

using Bot.Chat.Platforms;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>Takes a connection's events, each once, in order. Must not wait: the heartbeat is read between two events.</summary>
internal interface IGatewayEvents
{
    /// <param name="name">Discord's name for it: <c>INTERACTION_CREATE</c>.</param>
    /// <param name="data">JSON; invalid once the method returns.</param>
    /// <param name="hold">The holding of the connection that brought it.</param>
    void Take(string name, ReadOnlyMemory<byte> data, IConnectionHold hold);
}

namespace Bot.Discord.Receiving.Gateway;

/// <summary>Takes the events of a connection, each once, in order. Must not wait: the heartbeat is read between two events.</summary>
internal interface IGatewayEvents
{
    /// <param name="name">As Discord names it: <c>INTERACTION_CREATE</c>.</param>
    /// <param name="data">JSON; gone when the method returns.</param>
    void Take(string name, ReadOnlyMemory<byte> data);
}

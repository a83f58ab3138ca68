using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Tests.Fakes;

public sealed class HeardAlerts : IOperatorAlerts
{
    public ConcurrentQueue<OperatorAlert> All { get; } = new();

    public void Raise(OperatorAlert alert) => All.Enqueue(alert);
}

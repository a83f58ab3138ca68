using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Testing;

/// <summary>What the operator was told.</summary>
public sealed class HeardAlerts : IOperatorAlerts
{
    private readonly ConcurrentQueue<OperatorAlert> _heard = new();

    public IReadOnlyList<OperatorAlert> All => [.. _heard];

    public void Raise(OperatorAlert alert) => _heard.Enqueue(alert);
}

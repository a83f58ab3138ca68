using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Faults.Tests.Staging;

/// <summary>What the operator was told.</summary>
public sealed class CollectedAlerts : IOperatorAlerts
{
    private readonly ConcurrentQueue<OperatorAlert> _raised = new();

    public IReadOnlyList<OperatorAlert> Raised => [.. _raised];

    public void Raise(OperatorAlert alert) => _raised.Enqueue(alert);
}

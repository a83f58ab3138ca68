using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Faults.Tests.Staging;

/// <summary>What the operator was told.</summary>
public sealed class CollectedAlerts : IOperatorAlerts
{
    private readonly ConcurrentQueue<OperatorAlert> raised = new();

    public IReadOnlyList<OperatorAlert> Raised => [.. raised];

    public void Raise(OperatorAlert alert) => raised.Enqueue(alert);
}

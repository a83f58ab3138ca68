using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Testing;

/// <summary>What the operator was told.</summary>
public sealed class HeardAlerts : IOperatorAlerts
{
    private readonly ConcurrentQueue<OperatorAlert> _heard = new();
    private readonly ConcurrentQueue<(string Reason, string Subject)> _resolved = new();

    public IReadOnlyList<OperatorAlert> All => [.. _heard];

    /// <summary>What was said to be well again.</summary>
    public IReadOnlyList<(string Reason, string Subject)> Resolved => [.. _resolved];

    public void Raise(OperatorAlert alert) => _heard.Enqueue(alert);

    public void Resolve(string reason, string subject) => _resolved.Enqueue((reason, subject));
}

using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Testing;

/// <summary>Records the operator's alerts.</summary>
public sealed class HeardAlerts : IOperatorAlerts
{
    private readonly ConcurrentQueue<OperatorAlert> _heard = new();
    private readonly ConcurrentQueue<(string Reason, string Subject)> _resolved = new();

    public IReadOnlyList<OperatorAlert> All => [.. _heard];

    /// <summary>The alerts that were resolved.</summary>
    public IReadOnlyList<(string Reason, string Subject)> Resolved => [.. _resolved];

    public void Raise(OperatorAlert alert) => _heard.Enqueue(alert);

    public void Resolve(string reason, string subject) => _resolved.Enqueue((reason, subject));
}

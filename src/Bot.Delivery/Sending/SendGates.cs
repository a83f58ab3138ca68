using System.Collections.Concurrent;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Sending;

/// <summary>
/// Who has to wait because of the platform's answer to somebody else: a channel, a workspace or a token is closed until an instant. In
/// memory only: after a restart, or when the clock was set back, one request finds out again. Thread-safe.
/// </summary>
public sealed class SendGates(OutcomePolicy policy)
{
    /// <summary>
    /// One failed request says little about others: only this many in a row, with no success in between, stop a whole token or workspace.
    /// A wait requested by the platform applies at once.
    /// </summary>
    private const int FailuresThatCount = 3;

    private readonly ConcurrentDictionary<string, Gate> _gates = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();

    public DateTimeOffset ClosedUntil(string scope, DateTimeOffset now) =>
        _gates.TryGetValue(scope, out var gate) && gate.ClosedAt <= now + LedgerClock.Tolerance ? gate.Until : DateTimeOffset.MinValue;

    /// <summary>When all gates on the way to a delivery's channel are open.</summary>
    public DateTimeOffset ClosedUntil(StoredDelivery delivery, DateTimeOffset now) =>
        Scopes(delivery).Max(scope => ClosedUntil(scope, now));

    /// <summary>Closes the gate that an outcome affects.</summary>
    /// <param name="until">
    /// The wait that the platform asked for; null: the gate backs off by itself, longer each time the next request fails too.
    /// </param>
    public void Close(StoredDelivery delivery, RetryScope reach, DateTimeOffset? until, DateTimeOffset now)
    {
        var channel = PauseScopes.Channel(delivery.Platform, delivery.Workspace, delivery.Channel);
        var scope = reach switch
        {
            RetryScope.Token => PauseScopes.Token(delivery.Token),
            RetryScope.Workspace => PauseScopes.Workspace(delivery.Platform, delivery.Workspace),
            _ => channel,
        };
        if (until is null && scope != channel && _failures.AddOrUpdate(scope, 1, (_, before) => before + 1) < FailuresThatCount)
        {
            scope = channel;
        }

        _gates.AddOrUpdate(scope, _ => Shut(new Gate(now, now, 0), until, now), (_, gate) => Shut(gate, until, now));
    }

    /// <summary>Something got through: back-offs start over.</summary>
    public void Open(StoredDelivery delivery, DateTimeOffset now)
    {
        foreach (var scope in Scopes(delivery))
        {
            _failures.TryRemove(scope, out _);
            // Another request with the same token may have been told to wait longer; that stays.
            if (_gates.TryGetValue(scope, out var gate) && gate.Until <= now)
            {
                _gates.TryRemove(new KeyValuePair<string, Gate>(scope, gate));
            }
        }
    }

    // Requests in flight together fail together: only the first lengthens the back-off.
    private Gate Shut(Gate gate, DateTimeOffset? asked, DateTimeOffset now) =>
        asked is { } until
            ? gate with
            {
                ClosedAt = now,
                Until = until > gate.Until || gate.ClosedAt > now + LedgerClock.Tolerance ? until : gate.Until,
            }
        : gate.Until > now && gate.ClosedAt <= now + LedgerClock.Tolerance ? gate
        : new Gate(now, now + policy.WaitAfter(gate.Failures + 1), gate.Failures + 1);

    private static IEnumerable<string> Scopes(StoredDelivery delivery) =>
        [
            PauseScopes.Token(delivery.Token),
            PauseScopes.Workspace(delivery.Platform, delivery.Workspace),
            PauseScopes.Channel(delivery.Platform, delivery.Workspace, delivery.Channel),
        ];

    private sealed record Gate(DateTimeOffset ClosedAt, DateTimeOffset Until, int Failures);
}

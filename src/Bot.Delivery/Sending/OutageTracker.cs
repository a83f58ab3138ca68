using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Sending;

/// <summary>
/// Reports a lasting problem once. A token's outage begins with an unanswered request and ends with an answered one; expired posts are
/// reported once between two posts that were sent; a failing payload is reported once, however many channels get it. The in-memory state
/// only saves writes: each alert's subject is the token or the payload, so after a restart or in another process the alert is already open
/// and is not sent again. Thread-safe.
/// </summary>
public sealed class OutageTracker(IOperatorAlerts alerts, DeliveryOptions options)
{
    private const int MostPayloads = 1000;

    private readonly ConcurrentDictionary<string, Outage> _outages = new();
    private readonly ConcurrentDictionary<string, bool> _expired = new();
    private readonly ConcurrentDictionary<string, bool> _payloads = new();

    /// <summary>Infers from a send's outcome whether the platform answers the token at all.</summary>
    public void Note(string token, SendOutcome outcome, DateTimeOffset now)
    {
        switch (outcome)
        {
            case SendOutcome.Sent:
                Sent(token);
                break;
            case SendOutcome.Unknown unknown:
                Unanswered(token, unknown.Detail, now);
                break;
            case SendOutcome.RetryAfter { After: null } unreached:
                Unanswered(token, unreached.Detail, now);
                break;
            // Not a recognized answer: perhaps it came from something between the platform and us.
            case SendOutcome.Rejected { Reason: RejectReason.Other } unexplained:
                Unanswered(token, unexplained.Detail, now);
                break;
            default:
                Answered(token);
                break;
        }
    }

    /// <summary>The same for a look-up.</summary>
    public void Note(string token, FindOutcome outcome, DateTimeOffset now)
    {
        switch (outcome)
        {
            case FindOutcome.Found:
                Sent(token);
                break;
            case FindOutcome.RetryAfter { After: null } unanswered:
                Unanswered(token, unanswered.Detail, now);
                break;
            default:
                Answered(token);
                break;
        }
    }

    /// <summary>A request with the token was not answered, or nothing that could answer was reached.</summary>
    public void Unanswered(string token, string? detail, DateTimeOffset now)
    {
        var outage = _outages.GetOrAdd(token, _ => new Outage(now));
        if (now - outage.Since >= options.OutOfReachAfter && outage.Tell())
        {
            alerts.Raise(new OperatorAlert(Reasons.OutOfReach, PauseScopes.Token(token), detail));
        }
    }

    /// <summary>The platform answered, whatever it said.</summary>
    public void Answered(string token) => _outages.TryRemove(token, out _);

    /// <summary>A post has arrived.</summary>
    public void Sent(string token)
    {
        Answered(token);
        _expired.TryRemove(token, out _);
    }

    /// <summary>Posts were not sent within their window.</summary>
    public void Expired(string token, int posts)
    {
        if (_expired.TryAdd(token, true))
        {
            alerts.Raise(new OperatorAlert(Reasons.WindowPassed, PauseScopes.Token(token), null) { Posts = posts });
        }
    }

    /// <summary>A post has failed because of its payload.</summary>
    public void Failed(string reason, string payloadHash, string? detail)
    {
        if (_payloads.Count >= MostPayloads)
        {
            _payloads.Clear();
        }

        if (_payloads.TryAdd(payloadHash, true))
        {
            alerts.Raise(new OperatorAlert(reason, $"payload:{payloadHash}", detail));
        }
    }

    private sealed class Outage(DateTimeOffset since)
    {
        private int _told;

        public DateTimeOffset Since => since;

        public bool Tell() => Interlocked.Exchange(ref _told, 1) == 0;
    }
}

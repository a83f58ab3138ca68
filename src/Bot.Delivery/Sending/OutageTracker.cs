using System.Collections.Concurrent;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Sending;

/// <summary>
/// What lasts is told once. A token's outage begins with a request that was not answered and ends with one that was;
/// posts that run out of their window are told once between two posts that were sent; a payload that fails is told once
/// however many channels get it. What is kept in memory only saves writes: each alert's subject is the token or the payload,
/// so that after a restart and in another process the alert is open already and not told again. Thread-safe.
/// </summary>
public sealed class OutageTracker(IOperatorAlerts alerts, DeliveryOptions options)
{
    private const int MostPayloads = 1000;

    private readonly ConcurrentDictionary<string, Outage> _outages = new();
    private readonly ConcurrentDictionary<string, bool> _expired = new();
    private readonly ConcurrentDictionary<string, bool> _payloads = new();

    /// <summary>Draws from how a send ended whether the platform answers the token at all.</summary>
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
            // Not an answer of the platform's that anybody understands: perhaps something between it and us.
            case SendOutcome.Rejected { Reason: RejectReason.Other } unexplained:
                Unanswered(token, unexplained.Detail, now);
                break;
            default:
                Answered(token);
                break;
        }
    }

    /// <summary>The same of a look-up.</summary>
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

    /// <summary>A request of the token was not answered, or nothing was reached that could answer.</summary>
    public void Unanswered(string token, string? detail, DateTimeOffset now)
    {
        var outage = _outages.GetOrAdd(token, _ => new Outage(now));
        if (now - outage.Since >= options.OutOfReachAfter && outage.Tell())
        {
            alerts.Raise(new OperatorAlert(Reasons.OutOfReach, PauseScopes.Token(token), detail));
        }
    }

    /// <summary>The platform has answered, whatever it said.</summary>
    public void Answered(string token) => _outages.TryRemove(token, out _);

    /// <summary>A post is there.</summary>
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

    /// <summary>A post has failed for something that is in its payload.</summary>
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

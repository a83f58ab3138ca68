using System.Collections.Concurrent;
using System.Diagnostics;
using Bot.Delivery;

namespace Bot.Faults.Tests.Staging;

/// <summary>
/// When this process's bots received the answers to each post: the platform's log only knows when they were given. Tests run concurrently
/// and their posts may have the same keys, so an answer is looked up by the earliest time at which it can have arrived.
/// </summary>
internal sealed class ReceivedAnswers : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<(string Key, DateTimeOffset At)> _received = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    public ReceivedAnswers() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>When the first answer to the post since then was received.</summary>
    public DateTimeOffset FirstSince(DateTimeOffset since, string key) =>
        _received.Where(answer => answer.Key == key && answer.At >= since).Min(answer => answer.At);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DeliveryCheckpoints.Listener)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: DeliveryCheckpoints.AnswerReceived, Value: Checkpoint { Key: { } key } })
        {
            _received.Enqueue((key, DateTimeOffset.UtcNow));
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }
}

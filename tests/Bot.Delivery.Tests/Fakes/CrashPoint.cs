using System.Diagnostics;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>Dies at the n-th checkpoint that a token reaches: whatever runs there ends at once and writes nothing more.</summary>
public sealed class CrashPoint : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private readonly string _token;
    private int _left;

    public CrashPoint(string token)
    {
        _token = token;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Name of the checkpoint at which it died; null while it lives.</summary>
    public string? DiedAt { get; private set; }

    /// <summary>Dies at the n-th checkpoint from now; 0: not at all.</summary>
    public void Arm(int checkpoints) => (_left, DiedAt) = (checkpoints, null);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DeliveryCheckpoints.Listener)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value.Value is Checkpoint checkpoint
            && checkpoint.Token == _token
            && (DiedAt is not null && _left == -1 || (_left > 0 && --_left == 0))
        )
        {
            // Once dead, every further step dies too.
            _left = -1;
            DiedAt ??= checkpoint.Name;
            throw new CrashException(DiedAt);
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}

public sealed class CrashException(string checkpoint) : Exception($"died at {checkpoint}");

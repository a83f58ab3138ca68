using System.Diagnostics;

namespace Bot.Delivery.Tests.Fakes;

/// <summary>Dies at the n-th checkpoint that a token reaches: what runs there ends at once and writes nothing more.</summary>
public sealed class CrashPoint : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly string token;
    private int left;

    public CrashPoint(string token)
    {
        this.token = token;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Name of the checkpoint at which it died; null while it lives.</summary>
    public string? DiedAt { get; private set; }

    /// <summary>Dies at the n-th checkpoint from now; 0: not at all.</summary>
    public void Arm(int checkpoints) => (left, DiedAt) = (checkpoints, null);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DeliveryCheckpoints.Listener)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is Checkpoint checkpoint && checkpoint.Token == token && (DiedAt is not null && left == -1 || (left > 0 && --left == 0)))
        {
            // Once dead, every further step dies too.
            left = -1;
            DiedAt ??= checkpoint.Name;
            throw new CrashException(DiedAt);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}

public sealed class CrashException(string checkpoint) : Exception($"died at {checkpoint}");

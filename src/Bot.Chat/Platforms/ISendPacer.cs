namespace Bot.Chat.Platforms;

/// <summary>Paces a platform's sends. Rate limits are per token or channel, so one pacer sees all sends of its platform.</summary>
public interface ISendPacer
{
    PlatformId Platform { get; }

    /// <summary>
    /// Waits until another call may begin. Called before the ledger marks the call as under way, so that a waiting call
    /// is still planned if the process dies.
    /// </summary>
    /// <param name="token">Name of the token's lease.</param>
    /// <returns>
    /// The turn; disposed when the call's outcome is known. A call that needs no turn returns
    /// <see cref="SendTurn.Free"/>.
    /// </returns>
    ValueTask<IDisposable> WaitAsync(string token, SendRequest request, SendCall call, CancellationToken cancellationToken);
}

/// <summary>Which method of <see cref="IPlatform"/> is about to be called.</summary>
public enum SendCall
{
    Send,
    Find,
    Edit,
    Delete,
}

public static class SendTurn
{
    /// <summary>A turn that nobody else is waiting for.</summary>
    public static IDisposable Free { get; } = new None();

    private sealed class None : IDisposable
    {
        public void Dispose() { }
    }
}

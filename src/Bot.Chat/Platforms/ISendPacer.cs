namespace Bot.Chat.Platforms;

/// <summary>A platform's own pace: rate limits belong to the token or the channel, so one pacer sees all sends of its platform.</summary>
public interface ISendPacer
{
    PlatformId Platform { get; }

    /// <summary>
    /// Waits until one more call may begin. Asked before the call is written to the ledger as under way, so that what
    /// waits for its turn is still planned when the process dies.
    /// </summary>
    /// <param name="token">Name of the token's lease.</param>
    /// <returns>The turn; given back when the call's outcome is known. A call that needs no turn returns <see cref="SendTurn.Free"/>.</returns>
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
    /// <summary>A turn that nobody else waits for.</summary>
    public static IDisposable Free { get; } = new None();

    private sealed class None : IDisposable
    {
        public void Dispose()
        {
        }
    }
}

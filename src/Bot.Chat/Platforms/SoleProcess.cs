namespace Bot.Chat.Platforms;

/// <summary>For a database that one process has to itself: every connection is that process's, all the time.</summary>
public sealed class SoleProcess : ITokenConnections, IConnectionHold
{
    public Task RunAsync(string token, Func<IConnectionHold, CancellationToken, Task> connection, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection(this, stopping);
    }

    public ValueTask<bool> MayAnswerAsync() => new(true);
}

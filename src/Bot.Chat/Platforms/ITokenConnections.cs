namespace Bot.Chat.Platforms;

/// <summary>
/// Runs the connections over which platforms send their questions: a gateway, a socket. Of the processes that share a database only the
/// one that holds the token's lease has the connection, so that nothing is answered twice.
/// </summary>
public interface ITokenConnections
{
    /// <summary>
    /// Runs the connection whenever this process holds the lease, and keeps wanting the lease until told to stop. Completes once the
    /// connection is closed.
    /// </summary>
    /// <param name="token">Name of the token's lease.</param>
    /// <param name="connection">
    /// Runs until cancelled, which means that the lease has gone or that the process stops; it completes once nothing more is received.
    /// </param>
    /// <exception cref="Exception">What the connection threw.</exception>
    Task RunAsync(string token, Func<IConnectionHold, CancellationToken, Task> connection, CancellationToken stopping);
}

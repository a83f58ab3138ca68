using System.Collections.Concurrent;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Waking;

namespace Bot.Delivery.Sending;

/// <summary>
/// The connections that this process wants to run. A token with one counts as having work, so its lease is kept when nothing is due; the
/// sender that holds the lease opens the connection, and closes it before it gives the lease back.
/// </summary>
public sealed class TokenConnections(SendSignal signal, TimeProvider time) : ITokenConnections
{
    private readonly ConcurrentDictionary<string, Wanted> _wanted = new(StringComparer.Ordinal);

    /// <summary>Tokens whose lease is wanted for a connection.</summary>
    public IReadOnlyCollection<string> Tokens => [.. _wanted.Keys];

    public bool Wants(string token) => _wanted.ContainsKey(token);

    /// <exception cref="InvalidOperationException">The token has a connection already.</exception>
    public async Task RunAsync(string token, Func<IConnectionHold, CancellationToken, Task> connection, CancellationToken stopping)
    {
        var wanted = new Wanted(connection, stopping);
        if (!_wanted.TryAdd(token, wanted))
        {
            throw new InvalidOperationException($"{token} has a connection already.");
        }

        try
        {
            signal.Wake();
            await Task.WhenAny(wanted.Failed.Task, Task.Delay(Timeout.InfiniteTimeSpan, time, stopping));
        }
        finally
        {
            _wanted.TryRemove(token, out _);
        }

        await wanted.CloseAsync();
        if (wanted.Failed.Task.IsCompleted)
        {
            await wanted.Failed.Task;
        }
    }

    /// <summary>Opens the token's connection; null if none is wanted.</summary>
    /// <param name="ended">Called once the connection is closed, for whatever reason.</param>
    internal HeldConnection? Open(string token, TokenLease lease, Action ended) =>
        _wanted.TryGetValue(token, out var wanted) ? wanted.Open(lease, ended, time) : null;

    private sealed class Wanted(Func<IConnectionHold, CancellationToken, Task> connection, CancellationToken stopping)
    {
        private readonly Lock _gate = new();
        private Task _open = Task.CompletedTask;
        private bool _isOver;

        public TaskCompletionSource Failed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HeldConnection? Open(TokenLease lease, Action ended, TimeProvider time)
        {
            lock (_gate)
            {
                if (_isOver || stopping.IsCancellationRequested)
                {
                    return null;
                }

                var held = new HeldConnection(lease, time, stopping);
                _open = RunAsync(held, ended);
                held.Running = _open;
                return held;
            }
        }

        /// <summary>Completes once the connection is closed; none is opened any more.</summary>
        public Task CloseAsync()
        {
            lock (_gate)
            {
                _isOver = true;
                return _open;
            }
        }

        private async Task RunAsync(HeldConnection held, Action ended)
        {
            await Task.Yield();
            try
            {
                await connection(held, held.Ends);
            }
            catch (OperationCanceledException) when (held.Ends.IsCancellationRequested)
            {
                // Closed, as asked.
            }
            catch (Exception failure)
            {
                Failed.TrySetException(failure);
            }
            finally
            {
                ended();
            }
        }
    }
}

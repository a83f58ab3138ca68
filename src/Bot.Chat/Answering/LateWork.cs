using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Chat.Answering;

/// <summary>
/// Work that continues after a request was acknowledged: late answers, posts requested by a mention. Bounded, so a flood
/// cannot exhaust memory. On shutdown it gets <see cref="Grace"/> to finish.
/// </summary>
public sealed partial class LateWork : IAsyncDisposable
{
    /// <summary>Maximum concurrent pieces of work; more are dropped and logged.</summary>
    public const int Most = 1000;

    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TimeProvider _time;
    private readonly ILogger<LateWork> _logger;
    private int _count;
    private int _isEnding;

    public LateWork(TimeProvider time, ILogger<LateWork> logger)
    {
        (_time, _logger) = (time, logger);
        Stopping = _stopping.Token;
    }

    /// <summary>Cancels whatever is still running after the grace period.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Starts the work and logs any exception. False if there is too much already, or the process is shutting down.</summary>
    /// <param name="what">For the log: <c>late answer</c>.</param>
    public bool Start(string what, Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Volatile.Read(ref _isEnding) == 1)
        {
            Log.Dropped(_logger, what);
            return false;
        }

        if (Interlocked.Increment(ref _count) > Most)
        {
            Interlocked.Decrement(ref _count);
            Log.Dropped(_logger, what);
            return false;
        }

        var running = RunAsync(what, work);
        _running.TryAdd(running, 0);
        _ = running.ContinueWith(
            done => _running.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return true;
    }

    /// <summary>Waits for running work. Repeatable.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isEnding, 1) == 1)
        {
            return;
        }

        await Task.WhenAny(Task.WhenAll(_running.Keys), Task.Delay(Grace, _time));
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Keys);
        _stopping.Dispose();
    }

    private async Task RunAsync(string what, Func<CancellationToken, Task> work)
    {
        try
        {
            await Task.Yield();
            await work(Stopping);
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            Log.Cut(_logger, what);
        }
        catch (Exception failure)
        {
            Log.Failed(_logger, what, failure);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1110, LogLevel.Warning, "A {What} was dropped: there is too much to do, or the bot is stopping")]
        public static partial void Dropped(ILogger logger, string what);

        [LoggerMessage(1111, LogLevel.Warning, "A {What} was not finished before the bot stopped")]
        public static partial void Cut(ILogger logger, string what);

        [LoggerMessage(1112, LogLevel.Error, "A {What} failed")]
        public static partial void Failed(ILogger logger, string what, Exception failure);
    }
}

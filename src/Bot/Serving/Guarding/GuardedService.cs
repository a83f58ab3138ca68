namespace Bot.Serving.Guarding;

/// <summary>
/// Restarts a background service when an exception ends it, so that one part's fault does not stop the others; by default
/// the host would stop the whole process. A repeated failure is logged only once.
/// </summary>
internal sealed partial class GuardedService(BackgroundService inner, TimeProvider time, ILogger logger) : IHostedService, IDisposable
{
    public static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>After this long without a failure, the next one counts as new.</summary>
    public static readonly TimeSpan Healthy = TimeSpan.FromMinutes(10);

    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Prevents a restart during or after stopping.</summary>
    private readonly SemaphoreSlim _gate = new(1);

    private Task _running = Task.CompletedTask;

    /// <summary>The guarded service.</summary>
    public BackgroundService Inner => inner;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await inner.StartAsync(cancellationToken);
        _running = GuardAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            await inner.StopAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }

        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        // A start that fails disposes of what was started without stopping it: that is no failure of this service.
        _stopping.Cancel();
        inner.Dispose();
        _stopping.Dispose();
        _gate.Dispose();
    }

    private async Task GuardAsync()
    {
        var name = inner.GetType().Name;
        var pause = ShortestPause;
        string? told = null;
        while (true)
        {
            var since = time.GetTimestamp();
            await inner.ExecuteTask!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stopping.IsCancellationRequested || FailureOf(inner.ExecuteTask) is not { } failure)
            {
                // Finished, or asked to stop.
                return;
            }

            if (time.GetElapsedTime(since) > Healthy)
            {
                (pause, told) = (ShortestPause, null);
            }

            var cause = $"{failure.GetType()} {failure.Message}";
            if (cause != told)
            {
                Log.Failed(logger, name, failure);
                told = cause;
            }

            await Task.Delay(pause, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            if (!await StartAgainAsync())
            {
                return;
            }
        }
    }

    /// <summary>Null: it is done. A timeout that nobody caught looks like a cancellation, and nobody has cancelled.</summary>
    private static Exception? FailureOf(Task execution) =>
        execution switch
        {
            { Exception: { } failure } => failure.GetBaseException(),
            { IsCanceled: true } => new TaskCanceledException(execution),
            _ => null,
        };

    /// <summary>False: it is told to stop.</summary>
    private async Task<bool> StartAgainAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (!_stopping.IsCancellationRequested)
            {
                await inner.StartAsync(CancellationToken.None);
                return true;
            }
        }
        finally
        {
            _gate.Release();
        }

        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(
            2230,
            LogLevel.Error,
            "{Service} failed and is being restarted; everything else keeps running. The same failure will not be logged again."
        )]
        public static partial void Failed(ILogger logger, string service, Exception failure);
    }
}

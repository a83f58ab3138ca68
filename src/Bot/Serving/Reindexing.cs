using Bot.Archive.Saving;

namespace Bot.Serving;

/// <summary>
/// After an upgrade or a changed vocabulary, rereads stored briefings in the background, newest day first, one at a time
/// with pauses, because questions and posts have priority. The next start continues where a stop left off.
/// </summary>
internal sealed partial class Reindexing(BriefingReindex reindex, TimeProvider time, ILogger<Reindexing> logger) : BackgroundService
{
    private const int MostInARow = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isTold = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var pending = await reindex.PendingAsync(series: null, all: false, stoppingToken);
                if (pending.Count == 0)
                {
                    return;
                }

                Log.Begun(logger, pending.Count);
                if (await ReadAsync(pending, stoppingToken) is not { } failure)
                {
                    Log.Done(logger, pending.Count);
                    return;
                }

                throw failure;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isTold)
                {
                    Log.Interrupted(logger, failure);
                    isTold = true;
                }

                await Task.Delay(Retry, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Reads what it can: one briefing that fails does not keep those behind it, several in a row mean that the database is away.
    /// </summary>
    /// <returns>The first failure; null: all are read.</returns>
    private async Task<Exception?> ReadAsync(IReadOnlyList<int> pending, CancellationToken stoppingToken)
    {
        Exception? first = null;
        var inARow = 0;
        foreach (var id in pending)
        {
            try
            {
                await reindex.ReadAsync(id, stoppingToken);
                inARow = 0;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                first ??= failure;
                if (++inARow == MostInARow)
                {
                    break;
                }
            }

            await Task.Delay(Rest, time, stoppingToken);
        }

        return first;
    }

    private static partial class Log
    {
        [LoggerMessage(
            2240,
            LogLevel.Information,
            "{Count} briefings were read with another version or vocabulary; rereading them in the background"
        )]
        public static partial void Begun(ILogger logger, int count);

        [LoggerMessage(2241, LogLevel.Information, "{Count} briefings reread")]
        public static partial void Done(ILogger logger, int count);

        [LoggerMessage(2242, LogLevel.Warning, "Rereading stored briefings was interrupted; retrying every minute until it is done")]
        public static partial void Interrupted(ILogger logger, Exception failure);
    }
}

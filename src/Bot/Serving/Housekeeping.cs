using Bot.Archive.Askers;
using Bot.Archive.Installations;

namespace Bot.Serving;

/// <summary>Deletes expired data once an hour, in batches, so that nobody waits long for the database's single writer.</summary>
internal sealed partial class Housekeeping(InboxStore inbox, AskerStore askers, TimeProvider time, ILogger<Housekeeping> logger)
    : BackgroundService
{
    private const int Batch = 500;

    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Leave the start to more urgent work.
            await Task.Delay(Rhythm, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await inbox.PruneAsync(Batch, stoppingToken);
                await askers.PruneAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotForgotten(logger, failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2210, LogLevel.Warning, "Old requests could not be deleted; trying again in an hour")]
        public static partial void NotForgotten(ILogger logger, Exception failure);
    }
}

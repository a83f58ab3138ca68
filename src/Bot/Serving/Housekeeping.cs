using System.Globalization;
using Bot.Archive.Retention;

namespace Bot.Serving;

/// <summary>
/// Once a day removes what retention allows, a little at a time, so that nobody waits long for the database's single writer, and says once
/// what it removed. Any number of processes may do so at once.
/// </summary>
internal sealed partial class Housekeeping(ArchiveRetention retention, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    private const int Batch = 200;

    /// <summary>Leaves the start to more urgent work.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Rhythm = TimeSpan.FromDays(1);
    private static readonly TimeSpan Retry = TimeSpan.FromHours(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = First;
        while (true)
        {
            await Task.Delay(wait, time, stoppingToken);
            wait = await RemoveAsync(stoppingToken) ? Rhythm : Retry;
        }
    }

    /// <returns>Whether nothing is left that could be removed.</returns>
    private async Task<bool> RemoveAsync(CancellationToken stoppingToken)
    {
        var removed = new Dictionary<RetainedKind, int>();
        try
        {
            foreach (var kind in retention.Kinds)
            {
                Removal step;
                do
                {
                    step = await retention.RemoveSomeAsync(kind, Batch, stoppingToken);
                    removed[kind] = removed.GetValueOrDefault(kind) + step.Count;
                    await Task.Delay(Rest, time, stoppingToken);
                } while (!step.IsLast);
            }

            return true;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.NotRemoved(logger, failure);
            return false;
        }
        finally
        {
            if (removed.Any(kind => kind.Value > 0))
            {
                Log.Removed(
                    logger,
                    string.Join(
                        ", ",
                        removed
                            .Where(kind => kind.Value > 0)
                            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value}"))
                    )
                );
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2210, LogLevel.Warning, "Old data could not be removed; trying again in an hour")]
        public static partial void NotRemoved(ILogger logger, Exception failure);

        [LoggerMessage(2211, LogLevel.Information, "Removed what is older than Retention allows and nothing needs: {Removed}")]
        public static partial void Removed(ILogger logger, string removed);
    }
}

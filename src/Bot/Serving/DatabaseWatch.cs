using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Serving.Guarding;

namespace Bot.Serving;

/// <summary>
/// Writes a row from time to time and checks that the file is still the one from the start, so that a full disk or a lost
/// file is reported when it happens, not when the briefing arrives. If the file is lost the process ends, because nothing
/// it accepts could be stored.
/// </summary>
internal sealed partial class DatabaseWatch(
    ArchiveProbe probe,
    ArchiveFile file,
    ArchiveOptions options,
    IOperatorAlerts alerts,
    ProcessEnd end,
    TimeProvider time,
    ILogger<DatabaseWatch> logger
) : BackgroundService
{
    public const string Unusable = "database-unusable";

    public const string Lost = "database-lost";

    /// <summary>Interval between checks of the file. Every eighth check writes a row, so that the disk can sleep.</summary>
    public static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(2);

    /// <summary>Time for the alert to be sent before the process ends; meanwhile every request is answered with 503.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private const int LooksPerWrite = 8;

    /// <summary>Another writer is not a problem until this many writes in a row have failed.</summary>
    private const int BusyLooks = 4;

    private int _busy;
    private DatabaseTrouble? _told;

    /// <summary>For messages: a file, or the kind of server. Never a password.</summary>
    private string Subject => $"database:{options.SqliteFile() ?? options.Provider.ToString()}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var look = 0; !stoppingToken.IsCancellationRequested; look++)
        {
            try
            {
                file.Check();
                if (look % LooksPerWrite == 0)
                {
                    Judge(await probe.LookAsync(stoppingToken));
                }
            }
            catch (ArchiveException lost)
            {
                await EndAsync(lost, stoppingToken);
                return;
            }

            await Task.Delay(Rhythm, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Judge(DatabaseTrouble? trouble)
    {
        _busy = trouble == DatabaseTrouble.Busy ? _busy + 1 : 0;
        // A lost file is reported in more detail by the next file check.
        if (trouble == _told || trouble == DatabaseTrouble.Lost || _busy is > 0 and < BusyLooks)
        {
            return;
        }

        _told = trouble;
        if (trouble is { } named)
        {
            Log.CannotWrite(logger, Subject, named.Text().English);
            alerts.Raise(new OperatorAlert(Unusable, Subject, named.Text().English));
        }
        else
        {
            Log.WritesAgain(logger, Subject);
            alerts.Resolve(Unusable, Subject);
        }
    }

    private async Task EndAsync(ArchiveException lost, CancellationToken stoppingToken)
    {
        Log.Lost(logger, lost.Text.English);
        alerts.Raise(new OperatorAlert(Lost, Subject, null));
        await Task.Delay(Farewell, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Stop();
    }

    private static partial class Log
    {
        [LoggerMessage(2220, LogLevel.Error, "{Subject} cannot be written: {Cause}")]
        public static partial void CannotWrite(ILogger logger, string subject, string cause);

        [LoggerMessage(2221, LogLevel.Information, "{Subject} can be written again")]
        public static partial void WritesAgain(ILogger logger, string subject);

        [LoggerMessage(2222, LogLevel.Critical, "{Loss} The service ends.")]
        public static partial void Lost(ILogger logger, string loss);
    }
}

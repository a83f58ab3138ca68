using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Serving.Guarding;

namespace Bot.Serving;

/// <summary>
/// Writes a row now and then and looks whether the file is still the one of the start, so that a full disk or a lost file is
/// told by its name when it happens, and not when the briefing comes. Without its file the process ends: nothing that it
/// could still take in would be kept.
/// </summary>
internal sealed partial class DatabaseWatch(
    ArchiveProbe probe, ArchiveFile file, ArchiveOptions options, IOperatorAlerts alerts, ProcessEnd end, TimeProvider time, ILogger<DatabaseWatch> logger)
    : BackgroundService
{
    public const string Unusable = "database-unusable";

    public const string Lost = "database-lost";

    /// <summary>Between two looks at the file. A row is written at every eighth: a disk should sleep, too.</summary>
    public static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(2);

    /// <summary>For the alert to leave before the process does; meanwhile every request is answered 503.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private const int LooksPerWrite = 8;

    /// <summary>Another writer is no trouble before so many writes in a row have failed.</summary>
    private const int BusyLooks = 4;

    private int busy;
    private DatabaseTrouble? told;

    /// <summary>For messages: a file, or the server's kind. Never a password.</summary>
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
        busy = trouble == DatabaseTrouble.Busy ? busy + 1 : 0;
        // Of a lost file the next look at it says more.
        if (trouble == told || trouble == DatabaseTrouble.Lost || busy is > 0 and < BusyLooks)
        {
            return;
        }

        told = trouble;
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

using Bot.Archive.Alerts;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Writes raised alerts, finds those that were never raised because a process died, and sends each one once through every configured
/// channel. Nothing waits for it; while the database is down, it logs what it has and sends it without the database.
/// </summary>
public sealed partial class AlertService(
    OperatorAlerts alerts,
    AlertLedger ledger,
    AlertWatch watch,
    AlertTeller teller,
    DirectTeller direct,
    OperatorOptions options,
    TimeProvider time,
    ILogger<AlertService> logger
) : BackgroundService
{
    /// <summary>How often to check for unsent alerts: those that must be sent again, or of a process that died. A new one is sent at once.</summary>
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(15);

    /// <summary>How often to compare the ledger with what was raised.</summary>
    private static readonly TimeSpan WatchRhythm = TimeSpan.FromSeconds(60);

    private const int MostUnwritten = 1000;

    private readonly Queue<AlertNews> _unwritten = new();
    private readonly HashSet<OperatorAlert> _logged = [];
    private long? _watchedAt;
    private string? _notKept;

    /// <summary>One round: write, watch, send. Throws when the database does not answer.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (alerts.TryRead(out var read))
        {
            if (_unwritten.Count < MostUnwritten)
            {
                _unwritten.Enqueue(read);
            }
        }

        await WriteAsync(cancellationToken);
        if (_watchedAt is not { } at || time.GetElapsedTime(at) >= WatchRhythm)
        {
            foreach (var found in await watch.LookAsync(time.GetUtcNow(), cancellationToken))
            {
                _unwritten.Enqueue(found);
            }

            _watchedAt = time.GetTimestamp();
            await WriteAsync(cancellationToken);
        }

        await teller.TellAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
                _notKept = null;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogUnwritten();
                NotKept(failure.GetBaseException().Message);
                await TellUnwrittenAsync(stoppingToken);
            }

            await WaitAsync(stoppingToken);
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (_unwritten.TryPeek(out var next))
        {
            var alert = next.Alert;
            if (next.IsResolved)
            {
                await ledger.ResolveAsync(alert.Subject, alert.Reason, time.GetUtcNow(), cancellationToken);
            }
            else
            {
                await OpenAsync(alert, cancellationToken);
            }

            _unwritten.Dequeue();
        }

        _logged.Clear();
    }

    private async Task OpenAsync(OperatorAlert alert, CancellationToken cancellationToken)
    {
        var (channel, webhook) = direct.Hand(alert, Wanted(options.ChannelOrNull), Wanted(options.WebhookOrNull));
        if (await ledger.OpenAsync(alert, time.GetUtcNow(), channel, webhook, cancellationToken) && !_logged.Remove(alert))
        {
            Log.NeedsAPerson(logger, alert.Subject, alert.Reason, alert.Detail);
        }
    }

    private async Task TellUnwrittenAsync(CancellationToken stoppingToken)
    {
        foreach (var alert in _unwritten.Where(news => !news.IsResolved).Select(news => news.Alert).ToList())
        {
            try
            {
                await direct.TellAsync(alert, Wanted(options.ChannelOrNull), Wanted(options.WebhookOrNull), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Logs the same cause only once.</summary>
    private void NotKept(string why)
    {
        if (why != _notKept)
        {
            _notKept = why;
            Log.NotKept(logger, why);
        }
    }

    /// <summary>What cannot be written yet is at least logged, once.</summary>
    private void LogUnwritten()
    {
        foreach (var alert in _unwritten.Where(news => !news.IsResolved).Select(news => news.Alert).Where(_logged.Add))
        {
            Log.NeedsAPerson(logger, alert.Subject, alert.Reason, alert.Detail);
        }
    }

    private static Telling Wanted(object? way) => way is null ? Telling.NotWanted : Telling.Waiting;

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Task raised = alerts.WaitAsync(waiting.Token).AsTask();
        await Task.WhenAny(raised, Task.Delay(Rhythm, time, waiting.Token));
        await waiting.CancelAsync();
        await raised.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static partial class Log
    {
        [LoggerMessage(3020, LogLevel.Error, "Needs a person: {Subject} ({Reason}) {Detail}")]
        public static partial void NeedsAPerson(ILogger logger, string subject, string reason, string? detail);

        [LoggerMessage(3021, LogLevel.Warning, "Alerts cannot be stored or sent at the moment ({Why}); trying again")]
        public static partial void NotKept(ILogger logger, string why);
    }
}

using System.Diagnostics.Metrics;
using Bot.Delivery.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery;

/// <summary>
/// Gauges of the meter <c>Bot.Delivery</c>, read from the database now and then, so that a scrape costs no query. While it cannot be read
/// they show nothing rather than what was true before. Every process reads the same ledger: take the maximum over processes, not the sum.
/// </summary>
public sealed partial class LedgerGauges : BackgroundService
{
    /// <summary>Shorter than the usual interval of a scrape.</summary>
    public static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(15);

    private readonly LedgerReadings _readings;
    private readonly LedgerClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger<LedgerGauges> _logger;
    private readonly ToldOnce _trouble = new();
    private volatile LedgerReading? _reading;

    public LedgerGauges(LedgerReadings readings, LedgerClock clock, TimeProvider time, IMeterFactory meters, ILogger<LedgerGauges> logger)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (_readings, _clock, _time, _logger) = (readings, clock, time, logger);
        var meter = meters.Create(DeliveryMetrics.Meter);
        meter.CreateObservableGauge(
            "bot.delivery.oldest_due.age",
            () => Of(reading => [new(Math.Max(0, (reading.OldestDue is { } due ? Now - due : TimeSpan.Zero).TotalSeconds))]),
            "s",
            "How long the post that has been due longest has been due; 0 if nothing is"
        );
        meter.CreateObservableGauge(
            "bot.delivery.waiting",
            () => Of(reading => Counts(reading.Waiting, "state")),
            "{post}",
            "Posts that are not at their end, by state"
        );
        meter.CreateObservableGauge(
            "bot.delivery.paused",
            () => Of(reading => Counts(reading.Paused, "scope")),
            "{pause}",
            "Pauses in force, by what they stop"
        );
        meter.CreateObservableGauge(
            "bot.alerts.open",
            () => Of(reading => Counts(reading.Alerts, "reason")),
            "{alert}",
            "What needs a person, by reason"
        );
        meter.CreateObservableGauge(
            "bot.archive.newest.age",
            () =>
                Of(reading =>
                    reading.Newest.Select(one => new Measurement<double>((Now - one.Value).TotalSeconds, Label("series", one.Key)))
                ),
            "s",
            "How long ago the newest briefing came in, by series"
        );
    }

    private DateTimeOffset Now => _clock.Now;

    /// <summary>Reads once. Throws when the database does not answer.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken) => _reading = await _readings.ReadAsync(Now, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, _time);
        try
        {
            do
            {
                try
                {
                    await ReadAsync(stoppingToken);
                    _trouble.IsOver();
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    _reading = null;
                    if (_trouble.IsNew(failure))
                    {
                        Log.NotRead(_logger, failure);
                    }
                }
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping.
        }
    }

    private IEnumerable<Measurement<double>> Of(Func<LedgerReading, IEnumerable<Measurement<double>>> what) =>
        _reading is { } reading ? what(reading) : [];

    private static IEnumerable<Measurement<double>> Counts(IReadOnlyDictionary<string, int> counts, string label) =>
        counts.Select(one => new Measurement<double>(one.Value, Label(label, one.Key)));

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);

    private static partial class Log
    {
        [LoggerMessage(3042, LogLevel.Warning, "The gauges of /metrics cannot be read from the database; they show nothing until they can")]
        public static partial void NotRead(ILogger logger, Exception failure);
    }
}

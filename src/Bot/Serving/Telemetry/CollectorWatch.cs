using System.Diagnostics.Tracing;

namespace Bot.Serving.Telemetry;

/// <summary>
/// Says in the log, once for each outage, that the collector does not take what is sent. The exporter itself tells only whoever listens to
/// its event source. Nothing waits for a collector, and what it did not take is dropped.
/// </summary>
internal sealed partial class CollectorWatch(Uri endpoint, TimeProvider time, ILogger<CollectorWatch> logger)
    : EventListener,
        IHostedService
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    /// <summary>After so long without a failure, the next one is a new outage. Longer than the interval of any export.</summary>
    internal static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private long? _failedAt;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Exporter)
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    // The event's text may quote the address or what the collector answered: its name is enough.
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventSource.Name == Exporter)
        {
            Failed(eventData.EventName ?? "");
        }
    }

    internal void Failed(string what)
    {
        lock (_gate)
        {
            var isNew = _failedAt is not { } at || time.GetElapsedTime(at) > Quiet;
            _failedAt = time.GetTimestamp();
            if (isNew)
            {
                Log.NotTaken(logger, endpoint.Authority, what);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            2310,
            LogLevel.Warning,
            "The collector at {Collector} does not take traces or metrics ({What}): they are dropped until it does; nothing else suffers"
        )]
        public static partial void NotTaken(ILogger logger, string collector, string what);
    }
}

using System.Diagnostics.Metrics;
using Bot.Chat.Platforms;

namespace Bot.Serving.Telemetry;

/// <summary>Whether the gateways and sockets that this process holds are up. A platform that calls the bot over HTTP has none.</summary>
internal sealed class ConnectionGauges(IEnumerable<IStandingConnection> connections, IMeterFactory meters) : IHostedService
{
    private readonly Meter _meter = meters.Create("Bot.Host");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var all = connections.ToList();
        _meter.CreateObservableGauge(
            "bot.platform.connected",
            () =>
                all.Select(one => new Measurement<int>(
                    one.IsConnected ? 1 : 0,
                    new KeyValuePair<string, object?>("platform", one.Platform.Value)
                )),
            "{connection}",
            "1 while the platform's gateway or socket is up, by platform"
        );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

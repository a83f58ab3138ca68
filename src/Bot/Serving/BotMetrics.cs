using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Bot.Serving;

/// <summary>
/// <c>GET /metrics</c> for Prometheus: the bot's own meters, requests and the runtime. Protected by the same guard as the
/// pages.
/// </summary>
internal static class BotMetrics
{
    public const string Path = "/metrics";

    /// <summary>Labels of the bot's meters come from closed lists, never from user input.</summary>
    private const string OwnMeters = "Bot.*";

    public static void AddBotMetrics(this IServiceCollection services) =>
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddService("briefing-bot", autoGenerateServiceInstanceId: false))
            .WithMetrics(metrics => metrics.AddMeter(OwnMeters, "Microsoft.AspNetCore.Hosting", "System.Runtime").AddPrometheusExporter());

    public static void MapBotMetrics(this IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint(Path);
}

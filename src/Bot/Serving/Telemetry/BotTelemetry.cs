using Bot.Configuration;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Serving.Telemetry;

/// <summary>
/// <c>GET /metrics</c> for Prometheus, protected by the same guard as the pages; with a collector configured, metrics and traces also go
/// there over OTLP.
/// </summary>
internal static class BotTelemetry
{
    public const string MetricsPath = "/metrics";

    /// <summary>Labels and attributes of the bot's own come from closed lists and ids, never from what people write.</summary>
    private const string Own = "Bot.*";

    private static readonly string[] Meters = [Own, "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    /// <summary>
    /// Room for so many combinations of labels is taken from the start, for each metric: the SDK's 2,000 are 6 MB that nobody fills. The most
    /// labelled has a row for each command, outcome and platform.
    /// </summary>
    private static readonly MetricStreamConfiguration Streams = new() { CardinalityLimit = 500 };

    /// <summary>Adds the keys of the OpenTelemetry SDK to the configuration: what the operator's section says, over the environment.</summary>
    public static void AddTelemetryKeys(
        this IConfigurationBuilder configuration,
        TelemetryOptions options,
        IReadOnlyDictionary<string, string?> variables
    )
    {
        configuration.AddInMemoryCollection(variables);
        configuration.AddInMemoryCollection(options.Otlp.ToVariables());
    }

    /// <param name="configuration">With the keys of <see cref="AddTelemetryKeys"/>.</param>
    public static void AddBotTelemetry(this IServiceCollection services, BotOptions options, IConfiguration configuration)
    {
        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource
                    .Clear()
                    .AddService("briefing-bot", serviceVersion: BotVersion.Current, autoGenerateServiceInstanceId: false)
                    .AddEnvironmentVariableDetector()
            )
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddView("*", Streams).AddPrometheusExporter());
        services.AddHostedService<ConnectionGauges>();
        if (OtlpOptions.EndpointOf(configuration) is not { } endpoint)
        {
            return;
        }

        telemetry
            .WithMetrics(metrics => metrics.AddOtlpExporter())
            .WithTracing(traces =>
                traces
                    .AddSource(Own, "System.Net.Http", "Npgsql")
                    .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !IsWatching(context.Request.Path))
                    .AddProcessor(new AddressRedaction([options.Slack.ApiBaseUrl, options.Discord.ApiBaseUrl]))
                    .AddOtlpExporter()
            );
        services.AddLogging(logging =>
            logging.Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId)
        );
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<CollectorWatch>(provider, endpoint));
    }

    public static void MapBotMetrics(this IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint(MetricsPath);

    /// <summary>What a supervisor asks every few seconds would bury everything else.</summary>
    private static bool IsWatching(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments(MetricsPath);
}

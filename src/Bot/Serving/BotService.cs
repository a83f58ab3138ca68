using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Delivery;
using Bot.Delivery.Alerts;
using Bot.Discord.Receiving.Http;
using Bot.Intake;
using Bot.Serving.Guarding;
using Bot.Serving.Logging;
using Bot.Serving.Telemetry;
using Bot.Slack.Receiving.Http;
using Bot.Verbs;
using Bot.Web;
using Bot.Web.Api;
using Bot.Web.Api.Deliveries;

namespace Bot.Serving;

/// <summary>The running service: web channel, intake, sending.</summary>
public static class BotService
{
    /// <summary>Builds the service without starting it, and without its addresses: <see cref="Map"/>. Opens no database.</summary>
    public static WebApplication Build(CommandLineContext commandLine, ConfigurationReading configured, ArchiveOptions database)
    {
        var options = configured.Options;
        // An empty builder adds nothing by itself, above all no addresses from ASPNETCORE_URLS or a Kestrel section.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "Bot",
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder.Configuration.AddConfiguration(configured.Configuration);
        builder.Configuration.AddTelemetryKeys(options.Telemetry, commandLine.TelemetryVariables);
        // Effective only under systemd: reports when the service is ready, and stops it on request. Comes before logging,
        // so that our log format wins.
        builder.Services.AddSystemd();
        // The same as a service of Windows.
        builder.Services.AddWindowsService(service => service.ServiceName = "BriefingBot");
        ServiceLogging.Add(builder.Logging, options.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit);
        if (options.Web.Url.Contains("https:", StringComparison.OrdinalIgnoreCase))
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.UseUrls(options.Web.Url);
        builder.Services.AddSingleton(commandLine);
        builder.Services.AddRouting();
        builder.Services.AddBot(options, database, commandLine.Time);
        builder.Services.AddOperatorAlerts(options.Operator, options.SeriesOrDefault);
        builder.Services.AddHolidayWatch();
        builder.Services.AddBotWeb(options.Web);
        builder.Services.AddAlarms(options.Jobs, database);
        builder.Services.AddIntake(options.Intake, Composition.InboxOf(options, commandLine));
        builder.Services.AddApi(options.Admins);
        builder.Services.AddBotHealth();
        builder.Services.AddPlatforms(options);
        builder.Services.AddBotTelemetry(options, builder.Configuration);
        builder.Services.AddHostedService<LedgerGauges>();
        builder.Services.AddSingleton<ProcessEnd>();
        builder.Services.AddHostedService<DatabaseWatch>();
        builder.Services.AddHostedService<IdleCollection>();
        builder.Services.AddHostedService<Housekeeping>();
        builder.Services.AddHostedService<Reindexing>();
        if (SampleBriefing.IsWanted(options))
        {
            builder.Services.AddHostedService<SampleBriefing>();
        }

        commandLine.Compose?.Invoke(builder.Services);
        builder.Services.GuardBackgroundServices();
        return builder.Build();
    }

    /// <summary>Gives the service its addresses. Opens no database, so that it may run while that is prepared.</summary>
    public static void Map(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapBotWeb();
        app.MapApi();
        app.MapDiscord();
        app.MapDeliveries();
        app.MapSlack();
        app.MapBotHealth();
        app.MapBotMetrics();
    }

    private static void Limit(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        // Commands and forms are small; intake sets its own limit.
        kestrel.Limits.MaxRequestBodySize = 64 * 1024;
    }
}

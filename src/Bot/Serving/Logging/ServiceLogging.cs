using Bot.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Serving.Logging;

/// <summary>The service's log on standard error: one event a line, for people or as JSON.</summary>
internal static class ServiceLogging
{
    private const string Instant = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static void Add(ILoggingBuilder logging, LoggingOptions options)
    {
        Composition.LogToStandardError(logging);
        logging.Services.AddSingleton(new LogLevels(options));
        logging.Services.AddSingleton<IConfigureOptions<LoggerFilterOptions>>(provider => provider.GetRequiredService<LogLevels>());
        logging.Services.AddSingleton<IOptionsChangeTokenSource<LoggerFilterOptions>>(provider => provider.GetRequiredService<LogLevels>());
        logging.Services.AddHostedService<LogLevelWatch>();
        if (options.Format == LogFormat.Json)
        {
            logging.AddJsonConsole(json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = Instant;
            });
        }
    }
}

using Bot.Configuration;

namespace Bot.Serving;

/// <summary>The service's log: one line per event, on standard error.</summary>
internal static class ServiceLogging
{
    /// <summary>The bot logs its own work; the framework's events only matter if something is wrong.</summary>
    private static readonly (string Category, LogLevel Level)[] Defaults =
    [
        ("Microsoft", LogLevel.Warning),
        ("System", LogLevel.Warning),
        ("Hangfire", LogLevel.Warning),
        // It warns about unencrypted keys in the database, which doctor reports with advice.
        ("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
        // A probe asks every few seconds, and its answer names what is wrong; DatabaseWatch tells it once.
        ("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None),
        // It logs the exception that ends the start, which serve tells in a sentence.
        ("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical),
    ];

    public static void Add(ILoggingBuilder logging, LoggingOptions options)
    {
        Composition.LogToStandardError(logging).SetMinimumLevel(LogLevel.Information);
        foreach (var (category, level) in Defaults)
        {
            logging.AddFilter(category, level);
        }

        foreach (var (category, level) in options.LogLevel)
        {
            if (category.Equals("Default", StringComparison.OrdinalIgnoreCase))
            {
                logging.SetMinimumLevel(level);
            }
            else
            {
                logging.AddFilter(category, level);
            }
        }
    }
}

using Bot.Configuration;

namespace Bot.Serving;

/// <summary>The service's log: one line an event, on standard error.</summary>
internal static class ServiceLogging
{
    /// <summary>What is said about the bot's own work; the framework's is only worth reading when something is wrong.</summary>
    private static readonly (string Category, LogLevel Level)[] Defaults =
    [
        ("Microsoft", LogLevel.Warning),
        ("System", LogLevel.Warning),
        ("Hangfire", LogLevel.Warning),
        // Its warning is about keys that stand bare in the database: doctor says so, and what to do.
        ("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
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

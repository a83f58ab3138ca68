using Bot.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Bot.Serving.Logging;

/// <summary>The lowest level that is logged, by category: the bot's defaults, and the operator's over them. May change at any time.</summary>
internal sealed class LogLevels(LoggingOptions options)
    : IConfigureOptions<LoggerFilterOptions>,
        IOptionsChangeTokenSource<LoggerFilterOptions>,
        IDisposable
{
    /// <summary>The bot logs its own work; the framework's events only matter if something is wrong.</summary>
    private static readonly (string Category, LogLevel Level)[] Defaults =
    [
        ("Microsoft", LogLevel.Warning),
        ("System", LogLevel.Warning),
        ("Hangfire", LogLevel.Warning),
        // It warns about unencrypted keys in the database, which doctor reports with advice.
        ("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
        // It logs failures that its callers handle: another process was first and the work is done again, or the bot is stopping.
        ("Microsoft.EntityFrameworkCore", LogLevel.Critical),
        // A probe asks every few seconds, and its answer names what is wrong; DatabaseWatch tells it once.
        ("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None),
        // It logs the exception that ends the start, which serve tells in a sentence.
        ("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical),
    ];

    private LoggingOptions _options = options;
    private CancellationTokenSource _changed = new();

    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(Volatile.Read(ref _changed).Token);

    public void Configure(LoggerFilterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.MinLevel = LogLevel.Information;
        foreach (var (category, level) in Defaults)
        {
            options.AddFilter(category, level);
        }

        foreach (var (category, level) in _options.LogLevel)
        {
            if (category.Equals("Default", StringComparison.OrdinalIgnoreCase))
            {
                options.MinLevel = level;
            }
            else
            {
                options.AddFilter(category, level);
            }
        }
    }

    /// <summary>False if these are the levels already.</summary>
    public bool Change(LoggingOptions options)
    {
        if (Pairs(options).SequenceEqual(Pairs(_options)))
        {
            return false;
        }

        _options = options;
        using var before = Interlocked.Exchange(ref _changed, new CancellationTokenSource());
        before.Cancel();
        return true;
    }

    public void Dispose() => _changed.Dispose();

    private static IEnumerable<KeyValuePair<string, LogLevel>> Pairs(LoggingOptions options) =>
        options.LogLevel.OrderBy(level => level.Key, StringComparer.Ordinal);
}

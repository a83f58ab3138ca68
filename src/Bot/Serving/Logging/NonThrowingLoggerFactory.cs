using Microsoft.Extensions.Options;

namespace Bot.Serving.Logging;

/// <summary>
/// A failing log must not prevent sending, so exceptions from sinks are swallowed here (faults G4). Replaces the
/// process's <see cref="LoggerFactory"/>, because logging by the database's and the platforms' libraries must not throw
/// either.
/// </summary>
public sealed class NonThrowingLoggerFactory(
    IEnumerable<ILoggerProvider> providers,
    IOptionsMonitor<LoggerFilterOptions> filter,
    IOptions<LoggerFactoryOptions> options,
    TimeProvider time
) : ILoggerFactory
{
    private readonly LoggerFactory _inner = new(providers, filter, options);
    private readonly DatabaseOutageLog _outage = new(time);

    public ILogger CreateLogger(string categoryName) => new Steady(_inner.CreateLogger(categoryName), _outage);

    public void AddProvider(ILoggerProvider provider) => _inner.AddProvider(provider);

    public void Dispose() => _inner.Dispose();

    private sealed class Steady(ILogger inner, DatabaseOutageLog outage) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel)
        {
            try
            {
                return inner.IsEnabled(logLevel);
            }
            catch (Exception)
            {
                return false;
            }
        }

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            try
            {
                if (!inner.IsEnabled(logLevel) || !outage.Lets(exception))
                {
                    return;
                }

                inner.Log(logLevel, eventId, state, exception, formatter);
            }
            catch (Exception)
            {
                // There is nowhere else to report it; the working sinks already have the event.
            }
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Infrastructure;

/// <summary>What the process logs as a warning or worse.</summary>
internal sealed class LoudLines : ILoggerProvider
{
    private readonly ConcurrentQueue<LoudLine> _lines = new();

    public IReadOnlyCollection<LoudLine> Lines => _lines;

    public void Clear() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Listening(categoryName, _lines);

    public void Dispose() { }

    private sealed class Listening(string category, ConcurrentQueue<LoudLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            // How busy the machine is, the server's own heartbeat tells.
            if (IsEnabled(logLevel) && eventId.Name != "HeartbeatSlow")
            {
                lines.Enqueue(new LoudLine($"{category} {formatter(state, exception)}", exception is not null));
            }
        }
    }
}

internal sealed record LoudLine(string Text, bool HasException);

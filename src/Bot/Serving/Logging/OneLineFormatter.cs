using System.Diagnostics;
using System.Globalization;
using Bot.Chat.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Serving.Logging;

/// <summary>
/// One event per line, like the framework's simple console, but with every control character made visible: a stranger's
/// name or a file name cannot start a line of its own or control the operator's terminal.
/// </summary>
internal sealed class OneLineFormatter(TimeProvider time) : ConsoleFormatter(Called)
{
    public const string Called = "one-line";

    private const string Instant = "yyyy-MM-ddTHH:mm:ss.fffZ ";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (message is null && logEntry.Exception is null)
        {
            return;
        }

        textWriter.Write(time.GetUtcNow().ToString(Instant, CultureInfo.InvariantCulture));
        textWriter.Write(LevelOf(logEntry.LogLevel));
        textWriter.Write(": ");
        textWriter.Write(logEntry.Category);
        textWriter.Write(string.Create(CultureInfo.InvariantCulture, $"[{logEntry.EventId.Id}] "));
        textWriter.Write(OnOneLine(message ?? ""));
        if (logEntry.Exception is { } exception)
        {
            textWriter.Write(' ');
            textWriter.Write(OnOneLine(exception.ToString()));
        }

        // Only of a trace that is kept somewhere.
        if (Activity.Current is { Recorded: true } activity)
        {
            textWriter.Write($" [trace {activity.TraceId.ToHexString()}]");
        }

        textWriter.Write('\n');
    }

    /// <summary>Line ends are usually the bot's own: a space reads better than an escape.</summary>
    private static string OnOneLine(string text) => ControlCharacters.Escape(text.ReplaceLineEndings(" "));

    private static string LevelOf(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            _ => "crit",
        };
}

namespace Bot.Configuration;

/// <summary>What is written to standard error, and how.</summary>
public sealed class LoggingOptions
{
    public LogFormat Format { get; init; } = LogFormat.Text;

    /// <summary>Category → lowest level written; <c>Default</c> for all others. Followed while the service runs.</summary>
    public Dictionary<string, LogLevel> LogLevel { get; init; } = [];
}

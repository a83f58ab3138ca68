namespace Bot.Configuration;

/// <summary>How much is written to standard error.</summary>
public sealed class LoggingOptions
{
    /// <summary>Category → lowest level written; <c>Default</c> for all others.</summary>
    public Dictionary<string, LogLevel> LogLevel { get; init; } = [];
}

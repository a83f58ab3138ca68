
namespace Bot.Configuration;

/// <summary>How much is written to standard error.</summary>
public sealed class LoggingOptions
{
    /// <summary>Category → lowest level that is written; <c>Default</c> for all that is not named.</summary>
    public Dictionary<string, LogLevel> LogLevel { get; init; } = [];
}

namespace Bot.Configuration;

public enum LogFormat
{
    /// <summary>A line an event, for people.</summary>
    Text,

    /// <summary>A JSON object a line, with scopes, for a log store.</summary>
    Json,
}

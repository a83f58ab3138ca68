using Bot.Chat;

namespace Bot.Configuration;

/// <summary>A wrong key or value.</summary>
/// <param name="Key">Full path: <c>Intake:Feeds:0:Url</c>.</param>
/// <param name="Message">What is wrong and how to fix it.</param>
public sealed record ConfigurationProblem(string Key, LocalizedText Message)
{
    public LocalizedText Text => new($"{Key}: {Message.Japanese}", $"{Key}: {Message.English}");
}

/// <summary>The configuration. If there are problems, the options must not be used.</summary>
public sealed record ConfigurationReading(BotOptions Options, IConfiguration Configuration, IReadOnlyList<ConfigurationProblem> Problems);

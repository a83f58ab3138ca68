using Bot.Chat;

namespace Bot.Configuration;

/// <summary>A wrong key or value.</summary>
/// <param name="Key">Whole path: <c>Intake:Feeds:0:Url</c>.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record ConfigurationProblem(string Key, LocalizedText Message)
{
    public LocalizedText Text => new($"{Key}: {Message.Japanese}", $"{Key}: {Message.English}");
}

/// <summary>What was configured. With problems, the options are not to be used.</summary>
public sealed record ConfigurationReading(BotOptions Options, IConfiguration Configuration, IReadOnlyList<ConfigurationProblem> Problems);

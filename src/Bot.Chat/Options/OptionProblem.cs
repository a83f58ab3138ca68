namespace Bot.Chat.Options;

/// <summary>What is wrong with a setting.</summary>
/// <param name="Key">The setting, relative to its section: <c>Url</c>, <c>ApiTokens:publisher</c>.</param>
/// <param name="Message">What is wrong and what would be right. Never the value of a secret.</param>
public sealed record OptionProblem(string Key, LocalizedText Message);

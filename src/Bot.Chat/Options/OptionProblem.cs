namespace Bot.Chat.Options;

/// <summary>A problem with a setting.</summary>
/// <param name="Key">The setting, relative to its section: <c>Url</c>, <c>ApiTokens:publisher</c>.</param>
/// <param name="Message">What is wrong and how to fix it. Never contains the value of a secret.</param>
public sealed record OptionProblem(string Key, LocalizedText Message);

using Bot.Chat;

namespace Bot.Configuration;

/// <summary>Options with rules that annotations cannot say.</summary>
public interface IRules
{
    IEnumerable<RuleBreak> Check();
}

/// <param name="Key">The setting, relative to its section: <c>Url</c>, <c>ApiTokens:publisher</c>.</param>
/// <param name="Message">What is wrong and what would be right. Never the value of a secret.</param>
public sealed record RuleBreak(string Key, LocalizedText Message);

/// <summary>The value is never printed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

namespace Bot.Chat.Options;

/// <summary>The value is never printed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

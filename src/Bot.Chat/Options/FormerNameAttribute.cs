namespace Bot.Chat.Options;

/// <summary>What a setting was called before: who still writes it so is told the new name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormerNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

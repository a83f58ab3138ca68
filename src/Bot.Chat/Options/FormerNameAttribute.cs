namespace Bot.Chat.Options;

/// <summary>A setting's former name; anyone still using it is told the new one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormerNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

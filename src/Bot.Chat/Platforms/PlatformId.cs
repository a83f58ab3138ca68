namespace Bot.Chat.Platforms;

/// <summary>Name of a platform, lower case. Not an enum, so that platforms can be added without changing this type.</summary>
public readonly record struct PlatformId(string Value)
{
    public static PlatformId Web { get; } = new("web");

    public static PlatformId Slack { get; } = new("slack");

    public static PlatformId Discord { get; } = new("discord");

    public override string ToString() => Value;
}

namespace Bot.Chat.Platforms;

/// <summary>Name of a platform, lower case. Open, so that a platform can be added without touching this.</summary>
public readonly record struct PlatformId(string Value)
{
    public static PlatformId Web { get; } = new("web");

    public static PlatformId Slack { get; } = new("slack");

    public static PlatformId Discord { get; } = new("discord");

    public override string ToString() => Value;
}

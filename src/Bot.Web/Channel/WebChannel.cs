using Bot.Chat.Platforms;

namespace Bot.Web.Channel;

/// <summary>The channel that exists without any configuration.</summary>
public static class WebChannel
{
    public const string Workspace = "local";

    public const string DefaultName = "briefings";

    public static ChannelAddress Default { get; } = new(PlatformId.Web, Workspace, DefaultName);
}

namespace Bot.Chat.Platforms;

/// <summary>Where posts go.</summary>
/// <param name="Workspace">Slack team id, Discord guild id, or <c>local</c> for the web channel.</param>
/// <param name="Channel">The platform's channel id.</param>
public sealed record ChannelAddress(PlatformId Platform, string Workspace, string Channel)
{
    public override string ToString() => $"{Platform}:{Workspace}/{Channel}";
}

namespace Bot.Chat.Platforms;

/// <summary>The address of a channel.</summary>
/// <param name="Workspace">Slack team id, Discord guild id, or <c>local</c> for the web channel.</param>
/// <param name="Channel">The platform's channel id.</param>
public sealed record ChannelAddress(PlatformId Platform, string Workspace, string Channel)
{
    /// <summary>Parses the output of <see cref="ToString"/>: <c>slack:T0123/C0123</c>.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ChannelAddress? address)
    {
        address =
            text?.Split(':', 2) is [{ Length: > 0 } platform, var place]
            && place.Split('/', 2) is [{ Length: > 0 } workspace, { Length: > 0 } channel]
                ? new ChannelAddress(new PlatformId(platform), workspace, channel)
                : null;
        return address is not null;
    }

    public override string ToString() => $"{Platform}:{Workspace}/{Channel}";
}

using Bot.Chat.Platforms;
using Bot.Discord.Permissions;

namespace Bot.Discord;

/// <summary>Whether briefings could be posted to a channel, and which permissions are missing, by name.</summary>
public sealed class DiscordChannelProbe(ChannelAccess access) : IChannelProbe
{
    public PlatformId Platform => PlatformId.Discord;

    public async Task<ChannelProbe> ProbeAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var rights = await access.LookAsync(channel.Channel, channel.Workspace, cancellationToken);
        return rights switch
        {
            null => new ChannelProbe(false) { Unanswered = true },
            { Type: not null, TakesThreads: false } => new ChannelProbe(false)
            {
                Name = rights.Name,
                Problem = new(
                    "この種類のチャンネルではスレッドを始められません。テキスト、アナウンス、フォーラムのどれかを選んでください",
                    "no threads can be started in a channel of this kind: choose a text, announcement or forum channel"),
            },
            _ => new ChannelProbe(rights.Missing.Count == 0) { Name = rights.Name, Missing = rights.Missing },
        };
    }
}

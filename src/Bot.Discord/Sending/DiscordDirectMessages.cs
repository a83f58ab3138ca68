using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat.Platforms;
using Bot.Discord.Api;

namespace Bot.Discord.Sending;

/// <summary>Opens direct messages (https://docs.discord.com/developers/resources/user#create-dm).</summary>
public sealed class DiscordDirectMessages(DiscordClient client) : IDirectMessages
{
    public PlatformId Platform => PlatformId.Discord;

    public async Task<DirectChannel> OpenAsync(string workspace, string user, CancellationToken cancellationToken) =>
        await client.SendAsync(
            DiscordRoute.CreateDirectMessage,
            Encoding.UTF8.GetBytes(new JsonObject { ["recipient_id"] = user }.ToJsonString()),
            cancellationToken
        ) switch
        {
            DiscordAnswer.Accepted { Id: { } channel } => new DirectChannel(channel),
            DiscordAnswer.Refused refused when refused.Error is not (DiscordError.Wait or DiscordError.Unknown) => new DirectChannel(
                null,
                DiscordTexts.Both("DiscordDirectMessages.Refused", refused.Detail)
            ),
            _ => new DirectChannel(null),
        };
}

using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Receiving;

namespace Bot.Discord.Setup;

/// <summary>
/// Asks users/@me whether Discord accepts the bot's token (https://discord.com/developers/docs/resources/user#get-current-user).
/// </summary>
public sealed class DiscordTokenProbe(DiscordClient client, TimeProvider time) : ITokenProbe
{
    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(10);

    public PlatformId Platform => PlatformId.Discord;

    /// <param name="token">There is only one.</param>
    public async Task<TokenProbe> ProbeAsync(string token, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PerCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return Judge(await client.SendAsync(DiscordRoute.GetCurrentUser, null, either.Token, isProbe: true));
    }

    internal static TokenProbe Judge(DiscordAnswer answer) =>
        answer switch
        {
            DiscordAnswer.Accepted { Id: not null } => TokenProbe.Accepted,
            DiscordAnswer.Refused { Error: DiscordError.TokenRefused } refused => new(TokenStanding.Refused, refused.Detail),
            _ => new(TokenStanding.Unanswered, BotRoutes.Describe(answer)),
        };
}

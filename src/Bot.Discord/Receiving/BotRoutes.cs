using Bot.Discord.Api;

namespace Bot.Discord.Receiving;

/// <summary>Calls about the bot itself.</summary>
internal static class BotRoutes
{
    /// <summary>https://discord.com/developers/docs/events/gateway#get-gateway-bot</summary>
    public static DiscordRoute GetGatewayBot { get; } = new(HttpMethod.Get, "GET /gateway/bot", "gateway/bot", "");

    /// <summary>https://discord.com/developers/docs/resources/application#get-current-application</summary>
    public static DiscordRoute GetApplication { get; } = new(HttpMethod.Get, "GET /applications/@me", "applications/@me", "");

    /// <summary>https://discord.com/developers/docs/interactions/application-commands#get-global-application-commands</summary>
    public static DiscordRoute GetCommands(string application) =>
        new(HttpMethod.Get, "GET /applications/{application}/commands", $"applications/{application}/commands?with_localizations=true", "");

    /// <summary>https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands</summary>
    public static DiscordRoute OverwriteCommands(string application) =>
        new(HttpMethod.Put, "PUT /applications/{application}/commands", $"applications/{application}/commands", "");

    /// <summary>An answer other than success in words, for a log or a person.</summary>
    public static string Describe(DiscordAnswer answer) =>
        answer switch
        {
            DiscordAnswer.Accepted accepted => $"{accepted.Status} without what was asked for",
            DiscordAnswer.Refused refused => $"{refused.Status} {refused.Code} {refused.Detail}",
            DiscordAnswer.Limited limited => limited.Detail,
            DiscordAnswer.NotSent notSent => notSent.Detail,
            _ => ((DiscordAnswer.Lost)answer).Detail,
        };
}

using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Discord.Setup;

/// <summary>
/// What Discord knows of the application behind the token. https://discord.com/developers/docs/resources/application#application-object
/// </summary>
/// <param name="VerifyKey">The public key; empty: not told.</param>
/// <param name="InteractionsUrl">Where Discord sends interactions over HTTP; empty: nowhere, so they come over the gateway.</param>
internal sealed record DiscordApplication(string Id, string Name, string VerifyKey, string InteractionsUrl)
{
    /// <summary>Null when it is no application.</summary>
    public static DiscordApplication? Of(JsonElement json) =>
        json.StringAt("id") is { Length: > 0 } id
            ? new DiscordApplication(id, json.TextAt("name"), json.TextAt("verify_key"), json.TextAt("interactions_endpoint_url"))
            : null;
}

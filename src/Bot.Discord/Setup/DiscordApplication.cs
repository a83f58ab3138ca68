using System.Text.Json;
using Bot.Chat.Calls;

namespace Bot.Discord.Setup;

/// <summary>
/// The application behind the token, as Discord describes it. https://discord.com/developers/docs/resources/application#application-object
/// </summary>
/// <param name="VerifyKey">The public key; empty if not given.</param>
/// <param name="InteractionsUrl">Where Discord sends interactions over HTTP; empty: nowhere, so they come over the gateway.</param>
internal sealed record DiscordApplication(string Id, string Name, string VerifyKey, string InteractionsUrl)
{
    /// <summary>Null if it is not an application.</summary>
    public static DiscordApplication? Of(JsonElement json) =>
        json.StringAt("id") is { Length: > 0 } id
            ? new DiscordApplication(id, json.TextAt("name"), json.TextAt("verify_key"), json.TextAt("interactions_endpoint_url"))
            : null;
}

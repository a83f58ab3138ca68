using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>The application that the bot belongs to.</summary>
public sealed class Application(ulong id, User bot, User owner)
{
    public ulong Id { get; } = id;

    public User Bot { get; } = bot;

    public User Owner { get; } = owner;

    public string Name { get; set; } = "briefing";

    /// <summary>Ed25519 public key for verifying interactions, in hex.</summary>
    public string VerifyKey { get; set; } = "";

    /// <summary>HTTP endpoint for interactions; null to use the gateway.</summary>
    public string? InteractionsEndpointUrl { get; set; }

    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Snowflakes.Text(Id),
            ["name"] = Name,
            ["icon"] = null,
            ["description"] = "",
            ["type"] = null,
            ["bot"] = Bot.ToJson(),
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = VerifyKey,
            ["flags"] = 0,
            ["flags_new"] = "0",
            ["redirect_uris"] = new JsonArray(),
            ["interactions_endpoint_url"] = InteractionsEndpointUrl,
            ["role_connections_verification_url"] = null,
            ["owner"] = Owner.ToJson(),
            ["approximate_guild_count"] = 1,
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["team"] = null,
            ["tags"] = new JsonArray(),
            ["event_webhooks_url"] = null,
            ["event_webhooks_status"] = 1,
            ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject() },
            ["eligible_oauth2_scopes"] = new JsonArray(),
        };
}

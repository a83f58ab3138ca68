using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>A guild, commonly called a Discord server.</summary>
public sealed class Guild(ulong id, string name, ulong owner)
{
    public ulong Id { get; } = id;

    public string Name { get; set; } = name;

    public ulong Owner { get; } = owner;

    public string Locale { get; set; } = "ja";

    /// <summary>The guild's own id is the id of @everyone.</summary>
    public List<Role> Roles { get; } = [];

    public SortedDictionary<ulong, Member> Members { get; } = [];

    /// <summary>An outage: the guild exists, but nothing in it is available.</summary>
    public bool Unavailable { get; set; }

    /// <summary>Members to omit from its JSON.</summary>
    public HashSet<string> LeftOut { get; } = [];

    public JsonObject ToJson()
    {
        var json = Whole();
        foreach (var name in LeftOut)
        {
            json.Remove(name);
        }

        return json;
    }

    private JsonObject Whole() =>
        new()
        {
            ["id"] = Snowflakes.Text(Id),
            ["name"] = Name,
            ["owner_id"] = Snowflakes.Text(Owner),
            ["icon"] = null,
            ["description"] = null,
            ["splash"] = null,
            ["discovery_splash"] = null,
            ["banner"] = null,
            ["home_header"] = null,
            ["afk_channel_id"] = null,
            ["afk_timeout"] = 300,
            ["application_id"] = null,
            ["default_message_notifications"] = 1,
            ["emojis"] = new JsonArray(),
            ["explicit_content_filter"] = 0,
            ["features"] = new JsonArray(),
            ["max_members"] = 500000,
            ["max_presences"] = null,
            ["mfa_level"] = 0,
            ["nsfw"] = false,
            ["nsfw_level"] = 0,
            ["preferred_locale"] = Locale,
            ["premium_progress_bar_enabled"] = false,
            ["premium_subscription_count"] = 0,
            ["premium_tier"] = 0,
            ["public_updates_channel_id"] = null,
            ["region"] = "deprecated",
            ["roles"] = new JsonArray([.. Roles.Select(role => (JsonNode)role.ToJson())]),
            ["rules_channel_id"] = null,
            ["safety_alerts_channel_id"] = null,
            ["stickers"] = new JsonArray(),
            ["system_channel_flags"] = 0,
            ["system_channel_id"] = null,
            ["vanity_url_code"] = null,
            ["verification_level"] = 0,
            ["widget_channel_id"] = null,
            ["widget_enabled"] = false,
        };
}

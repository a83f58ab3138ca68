using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <param name="Name">User name: lower case.</param>
/// <param name="DisplayName">Null if not set.</param>
public sealed record User(ulong Id, string Name, string? DisplayName = null, bool IsBot = false)
{
    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Snowflakes.Text(Id),
            ["username"] = Name,
            ["global_name"] = DisplayName,
            ["discriminator"] = IsBot ? "0001" : "0",
            ["avatar"] = null,
            ["bot"] = IsBot,
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["primary_guild"] = null,
        };

    /// <summary>The user as seen by itself.</summary>
    public JsonObject ToOwnJson()
    {
        var json = ToJson();
        json["mfa_enabled"] = true;
        json["locale"] = "en-US";
        json["premium_type"] = 0;
        json["verified"] = true;
        json["email"] = null;
        return json;
    }
}

using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.World;

/// <summary>A person or bot as returned by <c>users.info</c>.</summary>
public sealed record SlackUser(string Id, string Name, string Workspace)
{
    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }

    /// <summary>Multi-channel guest.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Single-channel guest.</summary>
    public bool IsUltraRestricted { get; init; }

    public bool IsBot { get; init; }

    /// <summary>Shares no channel with the workspace.</summary>
    public bool IsStranger { get; init; }

    public bool Deleted { get; init; }

    /// <summary>Home workspace if different (Slack Connect).</summary>
    public string? HomeWorkspace { get; init; }

    public string Locale { get; init; } = "ja-JP";

    public string Zone { get; init; } = "Asia/Tokyo";

    public JsonObject ToJson(bool includeLocale)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = HomeWorkspace ?? Workspace,
            ["name"] = Name,
            ["deleted"] = Deleted,
            ["real_name"] = Name,
            ["tz"] = Zone,
            ["profile"] = new JsonObject
            {
                ["real_name"] = Name,
                ["display_name"] = Name,
                ["team"] = HomeWorkspace ?? Workspace,
            },
            ["is_bot"] = IsBot,
            ["is_app_user"] = false,
            ["updated"] = 1_700_000_000,
        };
        if (IsStranger)
        {
            json["is_stranger"] = true;
        }

        // Role flags are missing for people from other workspaces.
        if (HomeWorkspace is null || HomeWorkspace == Workspace)
        {
            json["is_admin"] = IsAdmin || IsOwner;
            json["is_owner"] = IsOwner;
            json["is_primary_owner"] = false;
            json["is_restricted"] = IsRestricted || IsUltraRestricted;
            json["is_ultra_restricted"] = IsUltraRestricted;
        }

        if (includeLocale)
        {
            json["locale"] = Locale;
        }

        return json;
    }
}

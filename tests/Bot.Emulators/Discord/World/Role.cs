using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

public sealed class Role(ulong id, string name, Permission permissions)
{
    public ulong Id { get; } = id;

    public string Name { get; } = name;

    public Permission Permissions { get; set; } = permissions;

    /// <summary>Anyone may mention it.</summary>
    public bool Mentionable { get; set; }

    public int Position { get; init; }

    /// <summary>It belongs to an application's bot.</summary>
    public bool Managed { get; init; }

    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Snowflakes.Text(Id),
            ["name"] = Name,
            ["description"] = null,
            ["permissions"] = Snowflakes.Text((ulong)Permissions),
            ["position"] = Position,
            ["color"] = 0,
            ["colors"] = new JsonObject
            {
                ["primary_color"] = 0,
                ["secondary_color"] = null,
                ["tertiary_color"] = null,
            },
            ["hoist"] = false,
            ["managed"] = Managed,
            ["mentionable"] = Mentionable,
            ["icon"] = null,
            ["unicode_emoji"] = null,
            ["flags"] = 0,
        };
}

using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>What a channel grants or takes beyond the roles.</summary>
/// <param name="Id">A role's or a member's id; the guild's own is @everyone.</param>
public sealed record Overwrite(ulong Id, bool IsMember, Permission Allow, Permission Deny)
{
    public JsonObject ToJson() => new()
    {
        ["id"] = Snowflakes.Text(Id),
        ["type"] = IsMember ? 1 : 0,
        ["allow"] = Snowflakes.Text((ulong)Allow),
        ["deny"] = Snowflakes.Text((ulong)Deny),
    };
}

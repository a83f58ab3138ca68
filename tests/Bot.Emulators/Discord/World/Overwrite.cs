using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>What a channel allows or denies in addition to the roles.</summary>
/// <param name="Id">Id of a role or member; the guild's id means @everyone.</param>
public sealed record Overwrite(ulong Id, bool IsMember, Permission Allow, Permission Deny)
{
    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Snowflakes.Text(Id),
            ["type"] = IsMember ? 1 : 0,
            ["allow"] = Snowflakes.Text((ulong)Allow),
            ["deny"] = Snowflakes.Text((ulong)Deny),
        };
}

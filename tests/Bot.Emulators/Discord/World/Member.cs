using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.World;

/// <summary>A user in a guild.</summary>
public sealed class Member(User user, DateTimeOffset joinedAt)
{
    public User User { get; } = user;

    public HashSet<ulong> Roles { get; } = [];

    public DateTimeOffset? TimedOutUntil { get; set; }

    public JsonObject ToJson() =>
        new()
        {
            ["user"] = User.ToJson(),
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = new JsonArray([.. Roles.Select(id => (JsonNode)Snowflakes.Text(id))]),
            ["joined_at"] = Times.Iso(joinedAt),
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
            ["communication_disabled_until"] = TimedOutUntil is { } until ? Times.Iso(until) : null,
        };
}

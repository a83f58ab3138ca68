using System.Text.Json.Nodes;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>A session: the events dispatched to it, and its current connection.</summary>
public sealed class GatewaySession(string id, string token, int intents, (int Id, int Count) shard)
{
    private readonly List<string> _events = [];

    public string Id { get; } = id;

    /// <summary>First digits of the token's hash.</summary>
    public string Token { get; } = token;

    public int Intents { get; } = intents;

    /// <summary>Sequence number of the last event.</summary>
    public int Sequence => _events.Count;

    public GatewayConnection? Connection { get; set; }

    /// <summary>Null while it is connected.</summary>
    public DateTimeOffset? LostAt { get; set; }

    /// <summary>Whether its shard receives an event of the guild.</summary>
    public bool IsTold(Guild guild, DiscordEvent happened) =>
        (int)((guild.Id >> 22) % (ulong)shard.Count) == shard.Id && (happened.Intent == 0 || (Intents & happened.Intent) != 0);

    public void Dispatch(string name, JsonNode? data)
    {
        var frame = new JsonObject
        {
            ["op"] = (int)Opcode.Dispatch,
            ["d"] = data?.DeepClone(),
            ["s"] = _events.Count + 1,
            ["t"] = name,
        }.ToJsonString();
        _events.Add(frame);
        Connection?.Send(frame);
    }

    /// <summary>Resends the events after a sequence number.</summary>
    public void Replay(int after)
    {
        foreach (var frame in _events.Skip(after).ToList())
        {
            Connection?.Send(frame);
        }
    }
}

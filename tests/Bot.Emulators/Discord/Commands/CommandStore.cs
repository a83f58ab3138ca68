using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Commands;

/// <summary>The application's commands: global, and per guild.</summary>
public sealed class CommandStore(DiscordWorld world)
{
    private const int CreatesADay = 200;
    private static readonly string[] Localizations = ["name_localizations", "description_localizations"];
    private readonly Dictionary<ulong, List<JsonObject>> _lists = [];
    private readonly Dictionary<ulong, Queue<DateTimeOffset>> _creates = [];

    /// <summary>Number of bulk overwrites.</summary>
    public int Overwrites { get; private set; }

    /// <param name="guild">0 for global commands.</param>
    public IReadOnlyList<JsonObject> Of(ulong guild) => _lists.GetValueOrDefault(guild) ?? [];

    /// <summary>The command a guild member sees under a name; guild commands take precedence.</summary>
    public JsonObject? Find(ulong guild, string name)
    {
        lock (world.Gate)
        {
            return Of(guild).Concat(Of(0)).FirstOrDefault(command => command["name"].Text() == name && CommandForm.TypeOf(command) == 1);
        }
    }

    /// <summary>Replaces a whole list. Unchanged commands keep their id and version, and do not count as created.</summary>
    public IReadOnlyList<JsonObject> Overwrite(ulong guild, IReadOnlyList<JsonObject> commands)
    {
        Overwrites++;
        var before = Of(guild);
        var after = commands.Select(command => Stored(guild, command, before)).ToList();
        _lists[guild] = after;
        return after;
    }

    /// <summary>Adds one, or replaces the one with the same name and type.</summary>
    public (JsonObject Command, bool IsNew) Upsert(ulong guild, JsonObject command)
    {
        var before = Of(guild);
        var stored = Stored(guild, command, before);
        var replaced = before.FirstOrDefault(other => other["id"].Text() == stored["id"].Text());
        _lists[guild] = [.. before.Where(other => other != replaced), stored];
        return (stored, replaced is null);
    }

    public bool Remove(ulong guild, ulong id) => _lists.GetValueOrDefault(guild)?.RemoveAll(command => command["id"].Id() == id) > 0;

    /// <summary>As listed without <c>with_localizations</c>.</summary>
    public static JsonNode WithoutLocalizations(JsonNode node)
    {
        var copy = node.DeepClone();
        Strip(copy);
        return copy;
    }

    private JsonObject Stored(ulong guild, JsonObject asked, IReadOnlyList<JsonObject> before)
    {
        var known =
            before.FirstOrDefault(other => asked["id"].Id() is { } id && other["id"].Id() == id)
            ?? before.FirstOrDefault(other =>
                other["name"].Text() == asked["name"].Text() && CommandForm.TypeOf(other) == CommandForm.TypeOf(asked)
            );
        var command = new JsonObject
        {
            ["id"] = known?["id"]?.DeepClone() ?? Snowflakes.Text(world.Ids.Next()),
            ["application_id"] = Snowflakes.Text(world.Application.Id),
            ["version"] = known?["version"]?.DeepClone(),
            ["default_member_permissions"] = asked["default_member_permissions"]?.ToString(),
            ["type"] = CommandForm.TypeOf(asked),
            ["name"] = asked["name"]!.DeepClone(),
            ["name_localizations"] = asked["name_localizations"]?.DeepClone(),
            ["description"] = asked["description"]?.DeepClone() ?? "",
            ["description_localizations"] = asked["description_localizations"]?.DeepClone(),
            ["nsfw"] = asked["nsfw"].Truth() ?? false,
        };
        if (asked["handler"] is { } handler)
        {
            command["handler"] = handler.DeepClone();
        }

        if (asked["options"] is JsonArray { Count: > 0 } options)
        {
            command["options"] = Plain(options);
        }

        if (guild == 0)
        {
            command["dm_permission"] = true;
            command["contexts"] = asked["contexts"]?.DeepClone();
            command["integration_types"] = asked["integration_types"]?.DeepClone() ?? new JsonArray(0);
        }
        else
        {
            command["guild_id"] = Snowflakes.Text(guild);
        }

        if (known is null)
        {
            CountCreate(guild);
        }

        if (known is null || !JsonNode.DeepEquals(known, command))
        {
            command["version"] = Snowflakes.Text(world.Ids.Next());
        }

        return command;
    }

    private void CountCreate(ulong guild)
    {
        if (!_creates.TryGetValue(guild, out var made))
        {
            _creates[guild] = made = [];
        }

        while (made.TryPeek(out var oldest) && world.Now - oldest >= TimeSpan.FromDays(1))
        {
            made.Dequeue();
        }

        if (made.Count >= CreatesADay)
        {
            throw RefusalException.Of(30034);
        }

        made.Enqueue(world.Now);
    }

    /// <summary>Members with default values are not returned.</summary>
    private static JsonArray Plain(JsonArray options)
    {
        var copy = (JsonArray)options.DeepClone();
        foreach (var option in copy.OfType<JsonObject>())
        {
            foreach (var member in new[] { "required", "autocomplete" })
            {
                if (option[member].Truth() == false)
                {
                    option.Remove(member);
                }
            }

            if (option["options"] is JsonArray inner)
            {
                option["options"] = Plain(inner);
            }
        }

        return copy;
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in Localizations)
            {
                members.Remove(name);
            }

            foreach (var (_, value) in members)
            {
                Strip(value);
            }
        }
        else
        {
            foreach (var item in node.Items())
            {
                Strip(item);
            }
        }
    }
}

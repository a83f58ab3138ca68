using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Commands;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>Turns what a person typed and picked into command data, as a client does based on the registered command.</summary>
/// <param name="focused">The option being typed; null if the command was sent.</param>
internal sealed class TypedCommand(DiscordWorld world, CommandStore commands, Channel channel, Member member, string? focused)
{
    private const int SubCommand = 1;
    private const int Group = 2;
    private readonly JsonObject _resolvedChannels = [];

    /// <param name="path">Command with any group and subcommand, separated by spaces: <c>briefing subscribe</c>.</param>
    /// <param name="values">By option name; channels, users and roles by id.</param>
    /// <exception cref="ArgumentException">A client would not allow this.</exception>
    public JsonObject Data(string path, IReadOnlyDictionary<string, string> values)
    {
        var words = path.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command =
            commands.Find(channel.Guild.Id, words[0]) ?? throw new ArgumentException($"No command {words[0]} is registered.", nameof(path));
        VerifyAllowed(command);
        var data = new JsonObject
        {
            ["id"] = command["id"]!.DeepClone(),
            ["name"] = words[0],
            ["type"] = 1,
        };
        if (command["guild_id"] is { } guild)
        {
            data["guild_id"] = guild.DeepClone();
        }

        var options = Within(command, words.AsSpan(1), values);
        if (options.Count > 0)
        {
            data["options"] = options;
        }

        if (_resolvedChannels.Count > 0)
        {
            data["resolved"] = new JsonObject { ["channels"] = _resolvedChannels };
        }

        return data;
    }

    private void VerifyAllowed(JsonObject command)
    {
        var needed = (Permission)(command["default_member_permissions"].Id() ?? 0);
        var may = Permissions.In(channel, member, world.Now);
        if (
            command["default_member_permissions"] is not null
            && !may.HasFlag(Permission.Administrator)
            && (needed == 0 || !may.HasFlag(needed))
        )
        {
            throw new ArgumentException($"{member.User.Name} is not shown the command {command["name"]}.");
        }
    }

    private JsonArray Within(JsonNode level, Span<string> words, IReadOnlyDictionary<string, string> values)
    {
        var offered = level["options"].Items().OfType<JsonObject>().ToList();
        if (offered.Exists(option => option["type"].Number() is SubCommand or Group))
        {
            var word = words.Length > 0 ? words[0] : "";
            var chosen =
                offered.Find(option => option["name"].Text() == word) ?? throw new ArgumentException($"There is no subcommand {word}.");
            var inner = Within(chosen, words.Length > 0 ? words[1..] : words, values);
            var picked = new JsonObject { ["name"] = word, ["type"] = chosen["type"]!.DeepClone() };
            picked["options"] = inner;
            return new JsonArray(picked);
        }

        foreach (var name in values.Keys.Where(name => !offered.Exists(option => option["name"].Text() == name)))
        {
            throw new ArgumentException($"There is no option {name}.", nameof(values));
        }

        var missing = offered.Find(option =>
            focused is null && option["required"].Truth() == true && !values.ContainsKey(option["name"].Text()!)
        );
        return missing is not null
            ? throw new ArgumentException($"The option {missing["name"]} is required.")
            : new JsonArray([
                .. values.Select(value => (JsonNode)Option(offered.Find(option => option["name"].Text() == value.Key)!, value.Value)),
            ]);
    }

    private JsonObject Option(JsonObject offered, string value)
    {
        var name = offered["name"].Text()!;
        var type = offered["type"].Number()!.Value;
        var option = new JsonObject
        {
            ["name"] = name,
            ["type"] = type,
            ["value"] = Value(offered, type, value, isTyping: name == focused),
        };
        if (name == focused)
        {
            option["focused"] = true;
        }

        return option;
    }

    private JsonNode Value(JsonObject offered, int type, string value, bool isTyping)
    {
        var choices = offered["choices"].Items().ToList();
        if (!isTyping && choices.Count > 0 && !choices.Exists(choice => choice?["value"]?.ToString() == value))
        {
            throw new ArgumentException($"{value} is no choice of {offered["name"]}.", nameof(value));
        }

        switch (type)
        {
            case 4 when !isTyping:
                return long.Parse(value, CultureInfo.InvariantCulture);
            case 5:
                return bool.Parse(value);
            case 7:
                var picked = world.Channel(Snowflakes.Parse(value)) ?? throw new ArgumentException($"No channel {value}.", nameof(value));
                _resolvedChannels[value] = Payloads.Channel(picked, member, world);
                return value;
            case 10 when !isTyping:
                return double.Parse(value, CultureInfo.InvariantCulture);
            default:
                return value;
        }
    }
}

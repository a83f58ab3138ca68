using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.Rules;

namespace Bot.Emulators.Discord.Commands;

/// <summary>Validates application commands when they are registered.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/application-commands</remarks>
internal static class CommandForm
{
    private const int ChatInput = 1;
    private const int SizeLimit = 8000;
    private static readonly Dictionary<int, int> MostOfType = new()
    {
        [1] = 100,
        [2] = 15,
        [3] = 15,
    };

    /// <summary>A whole list, as for a bulk overwrite.</summary>
    /// <exception cref="RefusalException">50035, 30032.</exception>
    public static IReadOnlyList<JsonObject> Verify(JsonNode? body)
    {
        var errors = new FormErrors();
        if (body is not JsonArray all)
        {
            errors.Add("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            errors.Verify();
            return [];
        }

        var names = new HashSet<(int, string)>();
        for (var index = 0; index < all.Count; index++)
        {
            Verify(all[index], $"{index}", errors);
            if (all[index] is JsonObject command && command["name"].Text() is { } name && !names.Add((TypeOf(command), name)))
            {
                errors.Add($"{index}", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }

        errors.Verify();
        var commands = all.OfType<JsonObject>().ToList();
        if (commands.GroupBy(TypeOf).Any(type => type.Count() > MostOfType.GetValueOrDefault(type.Key, 1)))
        {
            throw RefusalException.Of(30032);
        }

        return commands;
    }

    public static int TypeOf(JsonObject command) => command["type"].Number() ?? ChatInput;

    /// <param name="path">Path for errors; empty for the body itself.</param>
    public static void Verify(JsonNode? node, string path, FormErrors errors)
    {
        var at = path.Length > 0 ? path + "." : "";
        if (node is not JsonObject command)
        {
            errors.Add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return;
        }

        if (TypeOf(command) is not (>= 1 and <= 4))
        {
            errors.NotIn(at + "type", 1, 2, 3, 4);
        }

        if (TypeOf(command) == ChatInput)
        {
            OptionForm.Names(command, at, errors);
            OptionForm.VerifyAll(command["options"], at + "options", depth: 0, errors);
        }
        else
        {
            ComponentKinds.Length(command["name"], 1, 32, at + "name", errors);
        }

        var permissions = command["default_member_permissions"];
        if (permissions is not null && permissions.Id() is null)
        {
            errors.Add(at + "default_member_permissions", "BITFIELD_TYPE_CONVERT", "Not a bit field.");
        }

        if (Size(command) > SizeLimit)
        {
            errors.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({SizeLimit})");
        }
    }

    /// <summary>Total length of names, descriptions and values; of a localized text, only the longest counts.</summary>
    private static int Size(JsonNode? node) =>
        Longest(node, "name")
        + Longest(node, "description")
        + (node?["value"].Text()?.Points() ?? 0)
        + (node?["options"].Items().Sum(Size) ?? 0)
        + (node?["choices"].Items().Sum(Size) ?? 0);

    private static int Longest(JsonNode? node, string member) =>
        new[] { node?[member].Text() }
            .Concat((node?[member + "_localizations"] as JsonObject ?? []).Select(pair => pair.Value.Text()))
            .Max(text => text?.Points() ?? 0);
}

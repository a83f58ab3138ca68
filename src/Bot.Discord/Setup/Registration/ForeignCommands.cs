using System.Text.Json.Nodes;

namespace Bot.Discord.Setup.Registration;

/// <summary>
/// Other commands registered for the application: menus, an Activity's Entry Point, commands of another program that shares it. A bulk
/// overwrite removes whatever it does not name, so these are included unchanged
/// (https://discord.com/developers/docs/interactions/application-commands#entry-point-commands).
/// </summary>
internal static class ForeignCommands
{
    private const int ChatInput = 1;

    /// <summary>Members allowed in a registration; Discord adds the others to its answer.</summary>
    private static readonly string[] Members =
    [
        "id",
        "type",
        "name",
        "name_localizations",
        "description",
        "description_localizations",
        "options",
        "default_member_permissions",
        "dm_permission",
        "contexts",
        "integration_types",
        "handler",
        "nsfw",
    ];

    /// <param name="registered">As Discord lists them.</param>
    /// <param name="own">Names in the catalogue.</param>
    public static IReadOnlyList<JsonObject> Of(IEnumerable<JsonObject> registered, IReadOnlySet<string> own) =>
        [.. registered.Where(command => TypeOf(command) != ChatInput || !(own.Contains(NameOf(command)) || IsLeftover(command)))];

    /// <summary>One in the form that a registration takes.</summary>
    public static JsonObject Carried(JsonObject command)
    {
        var carried = new JsonObject();
        foreach (var member in Members)
        {
            // Menus have an empty description, which must be left out.
            if (command[member] is { } value && !(member == "description" && value is JsonValue && value.ToString().Length == 0))
            {
                carried[member] = value.DeepClone();
            }
        }

        return carried;
    }

    /// <summary>Its name for people.</summary>
    public static string Shown(JsonObject command) => TypeOf(command) == ChatInput ? "/" + NameOf(command) : NameOf(command);

    public static string NameOf(JsonObject command) => command["name"]?.ToString() ?? "";

    /// <summary>One of the bot's own from an earlier version: for servers only, and described in Japanese.</summary>
    private static bool IsLeftover(JsonObject command) =>
        command["description_localizations"] is JsonObject languages
        && languages.ContainsKey("ja")
        && languages.Count == 1
        && command["contexts"] is JsonArray { Count: 1 } contexts
        && contexts[0]?.ToString() == "0"
        && command["integration_types"] is JsonArray { Count: 1 } kinds
        && kinds[0]?.ToString() == "0";

    private static int TypeOf(JsonObject command) =>
        command["type"] is JsonValue value && value.TryGetValue(out int type) ? type : ChatInput;
}

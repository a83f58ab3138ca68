using System.Text.Json.Nodes;

namespace Bot.Discord.Setup.Registration;

/// <summary>
/// What Discord would refuse in a registration, reported by name instead of as an error tree.
/// https://discord.com/developers/docs/interactions/application-commands#registering-a-command
/// </summary>
internal static class CommandProblems
{
    private const int MostCommands = 100;
    private const int MostOptions = 25;

    /// <summary>For the names, descriptions and values of one command, each in its longest language.</summary>
    private const int MostCharacters = 8000;

    public static IEnumerable<string> Of(JsonArray body)
    {
        if (body.Count > MostCommands)
        {
            yield return $"there are {body.Count} commands, of which Discord takes {MostCommands}";
        }

        foreach (var problem in Shared([.. body.OfType<JsonObject>()], "/"))
        {
            yield return problem;
        }

        foreach (var command in body.OfType<JsonObject>())
        {
            foreach (var problem in Of(command, $"/{command["name"]}"))
            {
                yield return problem;
            }

            if (Characters(command) is > MostCharacters and var characters)
            {
                yield return $"/{command["name"]} has {characters} characters in all, of which Discord takes {MostCharacters}";
            }
        }
    }

    private static IEnumerable<string> Of(JsonObject node, string path)
    {
        foreach (var name in Languages(node, "name").Where(name => !CommandText.IsName(name)))
        {
            yield return $"{path}: \"{name}\" is no name that Discord takes";
        }

        if (Languages(node, "description").Any(text => text.Trim().Length == 0))
        {
            yield return $"{path} has no description";
        }

        var options = Inner(node, "options").ToList();
        if (options.Count > MostOptions)
        {
            yield return $"{path} has {options.Count} options, of which Discord takes {MostOptions}";
        }

        foreach (var problem in Shared(options, $"{path} "))
        {
            yield return problem;
        }

        foreach (var problem in options.SelectMany(option => Of(option, $"{path} {option["name"]}")))
        {
            yield return problem;
        }
    }

    /// <summary>Names that two of some siblings have, be it each in another language: who types one of them means either.</summary>
    private static IEnumerable<string> Shared(IReadOnlyList<JsonObject> siblings, string path) =>
        siblings
            .SelectMany(node => Languages(node, "name").Distinct(StringComparer.Ordinal))
            .GroupBy(name => name, StringComparer.Ordinal)
            .Where(name => name.Count() > 1)
            .Select(name => $"{path}{name.Key} is the name of {name.Count()}");

    private static int Characters(JsonObject node) =>
        Longest(node, "name")
        + Longest(node, "description")
        + (node["value"] is { } value ? CommandText.Length(value.ToString()) : 0)
        + Inner(node, "options").Concat(Inner(node, "choices")).Sum(Characters);

    private static int Longest(JsonObject node, string key) => Languages(node, key).Select(CommandText.Length).DefaultIfEmpty().Max();

    private static IEnumerable<string> Languages(JsonObject node, string key)
    {
        if (node[key] is { } text)
        {
            yield return text.ToString();
        }

        foreach (var (_, localized) in node[$"{key}_localizations"] as JsonObject ?? [])
        {
            yield return localized?.ToString() ?? "";
        }
    }

    private static IEnumerable<JsonObject> Inner(JsonObject node, string key) => (node[key] as JsonArray ?? []).OfType<JsonObject>();
}

using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;

namespace Bot.Emulators.Discord.Rules;

/// <summary>Validates a select menu in a message or a modal.</summary>
/// <remarks>https://docs.discord.com/developers/components/reference#string-select</remarks>
internal static class SelectForm
{
    private const int StringSelect = 3;
    private const int MostOptions = 25;

    public static void Verify(JsonObject select, string path, ComponentTally seen, FormErrors errors)
    {
        ComponentKinds.CustomId(select, path, seen, errors);
        ComponentKinds.Longest(select["placeholder"], 150, path + ".placeholder", errors);
        Range(select["min_values"], 0, path + ".min_values", errors);
        Range(select["max_values"], 1, path + ".max_values", errors);
        if (select["type"].Number() == StringSelect)
        {
            Options(select, path + ".options", errors);
        }
    }

    private static void Options(JsonObject select, string path, FormErrors errors)
    {
        var options = select["options"].Items().ToList();
        if (options.Count is < 1 or > MostOptions)
        {
            errors.BadLength(path, 1, MostOptions);
        }

        var values = new HashSet<string>();
        for (var index = 0; index < options.Count; index++)
        {
            var at = $"{path}.{index}";
            ComponentKinds.Length(options[index]?["label"], 1, 100, at + ".label", errors);
            ComponentKinds.Longest(options[index]?["description"], 100, at + ".description", errors);
            if (
                ComponentKinds.Length(options[index]?["value"], 1, 100, at + ".value", errors)
                && !values.Add(options[index]!["value"].Text()!)
            )
            {
                errors.Add(at + ".value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }
        }
    }

    private static void Range(JsonNode? node, int least, string path, FormErrors errors)
    {
        if (node is not null && (node.Number() is not { } number || number < least || number > MostOptions))
        {
            errors.BadLength(path, least, MostOptions);
        }
    }
}

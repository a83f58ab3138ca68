using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.Rules;

namespace Bot.Emulators.Discord.Commands;

/// <summary>Validates a command's options: names in every language, order, choices, nesting.</summary>
/// <remarks>
/// https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure
/// </remarks>
internal static class OptionForm
{
    private const int SubCommand = 1;
    private const int Group = 2;
    private const int Most = 25;

    public static void VerifyAll(JsonNode? options, string path, int depth, FormErrors errors)
    {
        var all = options.Items().ToList();
        if (all.Count > Most)
        {
            errors.TooLong(path, Most);
        }

        var isOptional = false;
        for (var index = 0; index < all.Count; index++)
        {
            var at = $"{path}.{index}";
            if (all[index] is not JsonObject option)
            {
                errors.Add(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            Verify(option, at, depth, errors);
            var isRequired = option["required"].Truth() == true;
            if (isRequired && isOptional)
            {
                errors.Add(
                    at,
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options"
                );
            }

            isOptional |= !isRequired;
        }

        Unique(all, path, errors);
        var kinds = all.Select(option => option?["type"].Number() is SubCommand or Group).Distinct().Count();
        if (kinds > 1)
        {
            errors.Add(
                path,
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types"
            );
        }
    }

    /// <summary>Name and description, with their translations.</summary>
    /// <param name="at">Path with a trailing period, or empty.</param>
    public static void Names(JsonObject node, string at, FormErrors errors)
    {
        Name(node["name"], at + "name", errors);
        ComponentKinds.Length(node["description"], 1, 100, at + "description", errors);
        foreach (
            var (member, judge) in new (string, Action<JsonNode?, string>)[]
            {
                ("name_localizations", (text, path) => Name(text, path, errors)),
                ("description_localizations", (text, path) => ComponentKinds.Length(text, 1, 100, path, errors)),
            }
        )
        {
            foreach (var (locale, text) in node[member] as JsonObject ?? [])
            {
                if (CommandNames.IsLocale(locale))
                {
                    judge(text, $"{at}{member}.{locale}");
                }
                else
                {
                    errors.Add($"{at}{member}.{locale}", "DICT_TYPE_INVALID_KEY", "Not a locale.");
                }
            }
        }
    }

    private static void Verify(JsonObject option, string at, int depth, FormErrors errors)
    {
        Names(option, at + ".", errors);
        var type = option["type"].Number();
        switch (type)
        {
            case Group when depth == 0:
            case SubCommand when depth <= 1:
                VerifyAll(option["options"], at + ".options", type == Group ? 1 : 2, errors);
                break;
            case >= 3 and <= 11 when depth != 1:
                Values(option, at, errors);
                break;
            default:
                errors.NotIn(at + ".type", [.. (depth == 1 ? [SubCommand] : Enumerable.Range(1, 11)).Cast<object>()]);
                break;
        }
    }

    private static void Values(JsonObject option, string at, FormErrors errors)
    {
        var choices = option["choices"].Items().ToList();
        if (choices.Count > Most)
        {
            errors.TooLong(at + ".choices", Most);
        }

        if (option["autocomplete"].Truth() == true && choices.Count > 0)
        {
            errors.Add(at, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", "Autocomplete and choices are mutually exclusive");
        }

        if (option["autocomplete"].Truth() == true && option["type"].Number() is not (3 or 4 or 10))
        {
            errors.Add(
                at + ".autocomplete",
                "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_TYPE",
                "Autocomplete is not available for this type"
            );
        }

        for (var index = 0; index < choices.Count; index++)
        {
            ComponentKinds.Length(choices[index]?["name"], 1, 100, $"{at}.choices.{index}.name", errors);
            if (option["type"].Number() == 3)
            {
                ComponentKinds.Length(choices[index]?["value"], 1, 100, $"{at}.choices.{index}.value", errors);
            }
        }

        foreach (var (member, least) in new[] { ("min_length", 0), ("max_length", 1) })
        {
            if (option[member] is { } length && (length.Number() is not { } number || number < least || number > 6000))
            {
                errors.BadLength($"{at}.{member}", least, 6000);
            }
        }
    }

    private static void Unique(List<JsonNode?> options, string path, FormErrors errors)
    {
        var seen = new HashSet<(string, string)>();
        for (var index = 0; index < options.Count; index++)
        {
            var names = (options[index]?["name_localizations"] as JsonObject ?? [])
                .Select(pair => (pair.Key, pair.Value.Text() ?? ""))
                .Append(("", options[index]?["name"].Text() ?? ""));
            if (names.Any(name => !seen.Add(name)))
            {
                errors.Add($"{path}.{index}", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            }
        }
    }

    private static void Name(JsonNode? node, string path, FormErrors errors)
    {
        if (node.Text() is not { } name)
        {
            errors.Required(path);
        }
        else if (!CommandNames.Fits(name))
        {
            errors.Add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }
}

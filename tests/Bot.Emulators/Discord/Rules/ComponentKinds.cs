using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;

namespace Bot.Emulators.Discord.Rules;

/// <summary>What each kind of component must and may contain.</summary>
internal static class ComponentKinds
{
    private const int ActionRow = 1;
    private const int Button = 2;
    private static readonly int[] Selects = [3, 5, 6, 7, 8];
    private static readonly int[] InContainer = [1, 9, 10, 12, 13, 14];

    public static void Verify(JsonNode? node, string path, int[] allowed, ComponentTally seen, FormErrors errors)
    {
        seen.Count++;
        if (node is not JsonObject component)
        {
            errors.Add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return;
        }

        if (component["type"].Number() is not { } type || !allowed.Contains(type))
        {
            errors.Add(path + ".type", "UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({string.Join(", ", allowed)},).");
            return;
        }

        if (component["id"].Number() is { } id && id != 0 && !seen.Ids.Add(id))
        {
            errors.Add(path + ".id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
        }

        switch (type)
        {
            case ActionRow:
                Row(component, path, seen, errors);
                break;
            case Button:
                VerifyButton(component, path, seen, errors);
                break;
            case 3 or 5 or 6 or 7 or 8:
                SelectForm.Verify(component, path, seen, errors);
                break;
            case 9:
                Section(component, path, seen, errors);
                break;
            case 10:
                Length(component["content"], 1, 4000, path + ".content", errors);
                break;
            case 11:
                Media(component["media"], path + ".media", errors);
                Longest(component["description"], 1024, path + ".description", errors);
                break;
            case 12:
                Gallery(component, path, errors);
                break;
            case 13:
                Media(component["file"], path + ".file", errors);
                break;
            case 14 when component["spacing"] is { } spacing && spacing.Number() is not (1 or 2):
                errors.NotIn(path + ".spacing", 1, 2);
                break;
            case 17:
                Container(component, path, seen, errors);
                break;
        }
    }

    public static void CustomId(JsonObject component, string path, ComponentTally seen, FormErrors errors)
    {
        if (Length(component["custom_id"], 1, 100, path + ".custom_id", errors) && !seen.CustomIds.Add(component["custom_id"]!.Text()!))
        {
            errors.Add(path + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    public static bool Length(JsonNode? node, int least, int most, string path, FormErrors errors)
    {
        if (node.Text() is not { } text)
        {
            errors.Required(path);
            return false;
        }

        if (text.Points() < least || text.Points() > most)
        {
            errors.BadLength(path, least, most);
            return false;
        }

        return true;
    }

    public static void Longest(JsonNode? node, int most, string path, FormErrors errors)
    {
        if (node.Text() is { } text && text.Points() > most)
        {
            errors.TooLong(path, most);
        }
    }

    private static void Row(JsonObject row, string path, ComponentTally seen, FormErrors errors)
    {
        var children = Children(row, path, 1, 5, [Button, .. Selects], seen, errors);
        if (children.Count > 1 && children.Any(child => Selects.Contains(child?["type"].Number() ?? 0)))
        {
            errors.Add(path + ".components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        }
    }

    private static void VerifyButton(JsonObject button, string path, ComponentTally seen, FormErrors errors)
    {
        var style = button["style"].Number();
        switch (style)
        {
            case 1 or 2 or 3 or 4:
                CustomId(button, path, seen, errors);
                break;
            case 5:
                Length(button["url"], 1, 512, path + ".url", errors);
                if (
                    button["url"].Text() is { } url
                    && !(Uri.TryCreate(url, UriKind.Absolute, out var target) && target.Scheme is "http" or "https" or "discord")
                )
                {
                    errors.Add(path + ".url", "BASE_TYPE_BAD_URL", "Not a well formed URL.");
                }

                if (button["custom_id"] is not null)
                {
                    errors.Add(
                        path + ".custom_id",
                        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                        "A custom id and url cannot both be specified"
                    );
                }

                break;
            case 6:
                break;
            default:
                errors.NotIn(path + ".style", 1, 2, 3, 4, 5, 6);
                break;
        }

        Longest(button["label"], 80, path + ".label", errors);
        if (style != 6 && string.IsNullOrEmpty(button["label"].Text()) && button["emoji"] is null)
        {
            errors.Add(path, "BUTTON_COMPONENT_INVALID_LABEL_EMOJI", "A button must have a label or an emoji");
        }
    }

    private static void Section(JsonObject section, string path, ComponentTally seen, FormErrors errors)
    {
        Children(section, path, 1, 3, [10], seen, errors);
        if (section["accessory"] is { } accessory)
        {
            Verify(accessory, path + ".accessory", [Button, 11], seen, errors);
        }
        else
        {
            errors.Required(path + ".accessory");
        }
    }

    private static void Container(JsonObject container, string path, ComponentTally seen, FormErrors errors)
    {
        Children(container, path, 1, 40, InContainer, seen, errors);
        if (container["accent_color"] is { } color && color.Number() is not (>= 0 and <= 0xFFFFFF))
        {
            errors.Add(path + ".accent_color", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {0xFFFFFF}.");
        }
    }

    private static void Gallery(JsonObject gallery, string path, FormErrors errors)
    {
        var items = gallery["items"].Items().ToList();
        if (items.Count is < 1 or > 10)
        {
            errors.BadLength(path + ".items", 1, 10);
        }

        for (var index = 0; index < items.Count; index++)
        {
            Media(items[index]?["media"], $"{path}.items.{index}.media", errors);
            Longest(items[index]?["description"], 1024, $"{path}.items.{index}.description", errors);
        }
    }

    private static void Media(JsonNode? media, string path, FormErrors errors) => Length(media?["url"], 1, 2048, path + ".url", errors);

    private static List<JsonNode?> Children(
        JsonObject parent,
        string path,
        int least,
        int most,
        int[] allowed,
        ComponentTally seen,
        FormErrors errors
    )
    {
        var children = parent["components"].Items().ToList();
        if (children.Count < least || children.Count > most)
        {
            errors.BadLength(path + ".components", least, most);
        }

        for (var index = 0; index < children.Count; index++)
        {
            Verify(children[index], $"{path}.components.{index}", allowed, seen, errors);
        }

        return children;
    }
}

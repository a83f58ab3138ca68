using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.Rules;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>Validates one top-level component of a modal: a label with its input, a row with a text input, a text.</summary>
/// <remarks>https://docs.discord.com/developers/components/reference#label</remarks>
internal static class ModalForm
{
    private const int Row = 1;
    private const int TextInput = 4;
    private const int TextDisplay = 10;
    private const int Label = 18;

    public static void Verify(JsonNode? part, string path, ComponentTally seen, FormErrors errors)
    {
        switch (part?["type"].Number())
        {
            case Row:
                Input(part["components"]?[0], path + ".components.0", seen, errors, isLabelled: false);
                break;
            case TextDisplay:
                ComponentKinds.Length(part["content"], 1, 4000, path + ".content", errors);
                break;
            case Label:
                ComponentKinds.Length(part["label"], 1, 45, path + ".label", errors);
                ComponentKinds.Longest(part["description"], 100, path + ".description", errors);
                Input(part["component"], path + ".component", seen, errors, isLabelled: true);
                break;
            default:
                errors.Add(path + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 10, 18).");
                break;
        }
    }

    private static void Input(JsonNode? node, string path, ComponentTally seen, FormErrors errors, bool isLabelled)
    {
        if (node is not JsonObject input)
        {
            errors.Required(path);
            return;
        }

        switch (input["type"].Number())
        {
            case TextInput:
                ComponentKinds.CustomId(input, path, seen, errors);
                ComponentKinds.Longest(input["placeholder"], 100, path + ".placeholder", errors);
                ComponentKinds.Longest(input["value"], 4000, path + ".value", errors);
                if (input["style"].Number() is not (1 or 2))
                {
                    errors.NotIn(path + ".style", 1, 2);
                }

                if (!isLabelled)
                {
                    ComponentKinds.Length(input["label"], 1, 45, path + ".label", errors);
                }

                break;
            case 3 or 5 or 6 or 7 or 8 when isLabelled:
                SelectForm.Verify(input, path, seen, errors);
                break;
            case 19 or 21 or 22 or 23 when isLabelled:
                ComponentKinds.CustomId(input, path, seen, errors);
                break;
            default:
                errors.Add(
                    path + ".type",
                    "UNION_TYPE_CHOICES",
                    "Value of field \"type\" must be one of (3, 4, 5, 6, 7, 8, 19, 21, 22, 23)."
                );
                break;
        }
    }
}

using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rest;
using Bot.Emulators.Discord.Rules;

namespace Bot.Emulators.Discord.Interactions;

/// <summary>Validates a first response: whether its type fits the interaction, its choices, its modal.</summary>
internal static class CallbackForm
{
    private const int MostChoices = 25;

    /// <exception cref="RefusalException">50035; 404 for a pong, which is only valid as an endpoint's own response.</exception>
    public static CallbackType Type(JsonObject body, InteractionType type)
    {
        var fits = type switch
        {
            InteractionType.Autocomplete => new[] { CallbackType.Autocomplete },
            InteractionType.Command => [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.Modal],
            InteractionType.Component =>
            [
                CallbackType.Message,
                CallbackType.DeferredMessage,
                CallbackType.DeferredUpdate,
                CallbackType.Update,
                CallbackType.Modal,
            ],
            InteractionType.Modal => [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.DeferredUpdate, CallbackType.Update],
            _ => throw RefusalException.Of(ErrorCodes.UnknownInteraction),
        };
        if (body["type"].Number() is { } number && fits.Contains((CallbackType)number))
        {
            return (CallbackType)number;
        }

        var errors = new FormErrors();
        errors.NotIn("type", [.. fits.Select(fit => (object)(int)fit)]);
        errors.Verify();
        return default;
    }

    public static void Choices(JsonObject? data)
    {
        var errors = new FormErrors();
        var choices = data?["choices"].Items().ToList();
        if (choices is null)
        {
            errors.Required("data.choices");
        }

        if (choices?.Count > MostChoices)
        {
            errors.TooLong("data.choices", MostChoices);
        }

        for (var index = 0; index < choices?.Count; index++)
        {
            ComponentKinds.Length(choices[index]?["name"], 1, 100, $"data.choices.{index}.name", errors);
            if (choices[index]?["value"] is not JsonValue value)
            {
                errors.Required($"data.choices.{index}.value");
            }
            else if (value.Text() is not null)
            {
                ComponentKinds.Length(value, 1, 100, $"data.choices.{index}.value", errors);
            }
        }

        errors.Verify();
    }

    /// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal</remarks>
    public static void Modal(JsonObject? data)
    {
        var errors = new FormErrors();
        ComponentKinds.Length(data?["title"], 1, 45, "data.title", errors);
        ComponentKinds.Length(data?["custom_id"], 1, 100, "data.custom_id", errors);
        var parts = data?["components"].Items().ToList() ?? [];
        if (parts.Count is < 1 or > 5)
        {
            errors.BadLength("data.components", 1, 5);
        }

        var seen = new ComponentTally();
        for (var index = 0; index < parts.Count; index++)
        {
            ModalForm.Verify(parts[index], $"data.components.{index}", seen, errors);
        }

        errors.Verify();
    }
}

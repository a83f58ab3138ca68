using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Rules;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rest;

/// <summary>Applies the body of an edit to one of the bot's own messages.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#edit-message</remarks>
internal static class MessageEdit
{
    /// <param name="pings">Whom the new text notifies; mentions are re-evaluated, with the defaults if not specified.</param>
    /// <exception cref="RefusalException">50035, 50006.</exception>
    public static void Apply(Message message, ApiCall call, MessageForm form, Func<JsonObject, Pings> pings, string path = "")
    {
        var body = call.Form;
        var flags = Flags(message, body);
        var merged = Merged(message, body);
        form.Verify(merged, flags.HasFlag(MessageFlags.IsComponentsV2), path);
        MessageRoutes.VerifyNotEmpty(call, merged);
        call.VerifySchema();
        message.Content = merged["content"].Text()?.Trim() ?? "";
        message.Embeds = merged["embeds"]?.DeepClone() as JsonArray ?? [];
        message.Components = ComponentForm.Numbered(merged["components"]);
        message.Flags = flags;
        if (body.ContainsKey("content") || body.ContainsKey("components"))
        {
            message.Pings = pings(merged);
        }

        if (body["attachments"] is JsonArray kept)
        {
            message.Attachments = new JsonArray([
                .. message
                    .Attachments.Where(attachment => kept.Any(item => item?["id"].Id() == attachment?["id"].Id()))
                    .Select(attachment => attachment?.DeepClone()),
            ]);
        }
    }

    private static MessageFlags Flags(Message message, JsonObject body)
    {
        if (body["flags"].Number() is not { } number)
        {
            return message.Flags;
        }

        var asked = (MessageFlags)number;
        if (message.Flags.HasFlag(MessageFlags.IsComponentsV2) && !asked.HasFlag(MessageFlags.IsComponentsV2))
        {
            var errors = new FormErrors();
            errors.Add(
                "flags",
                "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
                "The MessageFlags.IS_COMPONENTS_V2 flag cannot be removed from a message."
            );
            errors.Verify();
        }

        const MessageFlags changeable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
        return message.Flags & ~changeable | asked & changeable;
    }

    private static JsonObject Merged(Message message, JsonObject body)
    {
        var merged = new JsonObject
        {
            ["content"] = message.Content,
            ["embeds"] = message.Embeds.DeepClone(),
            ["components"] = message.Components.DeepClone(),
            ["attachments"] = message.Attachments.DeepClone(),
        };
        foreach (var (name, value) in body)
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}

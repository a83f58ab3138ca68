using System.Text.Json;
using Bot.Discord.Api;

namespace Bot.Discord.Rendering;

/// <summary>
/// A message in a plainer form, for when Discord refuses its components or does not allow any. Keeps all of its texts, in order. One
/// message stays one message.
/// </summary>
internal static class PlainerForm
{
    /// <summary>Only its texts: as content if they fit, otherwise as text displays without anything around them.</summary>
    public static DiscordPayload Of(DiscordPayload payload) => AsContent(payload, buttons: false) ?? AsDisplays(payload);

    /// <summary>Its texts as text displays without anything around them, for a message that must keep components.</summary>
    public static DiscordPayload AsDisplays(DiscordPayload payload) =>
        payload.With(json =>
        {
            json.WriteNumber("flags", (int)MessageFlags.IsComponentsV2);
            json.WriteStartArray("components");
            foreach (var text in payload.Texts)
            {
                new Component.TextDisplay(text).Write(json);
            }

            json.WriteEndArray();
        });

    /// <summary>Its texts as content, without previews; null if they are too long for it.</summary>
    /// <param name="buttons">Keeps its rows of buttons.</param>
    public static DiscordPayload? AsContent(DiscordPayload payload, bool buttons) =>
        ContentOf(payload) is not { } content
            ? null
            : payload.With(json =>
            {
                json.WriteNumber("flags", (int)MessageFlags.SuppressEmbeds);
                json.WriteString("content", content);
                json.WriteStartArray("components");
                foreach (var row in buttons ? payload.Components.SelectMany(Rows) : [])
                {
                    row.WriteTo(json);
                }

                json.WriteEndArray();
            });

    /// <summary>
    /// A root's content in the form of components that roots used to have: for editing such a root, whose form cannot be changed back.
    /// </summary>
    public static DiscordPayload AsContainer(DiscordPayload payload) =>
        payload.With(json =>
        {
            json.WriteNumber("flags", (int)MessageFlags.IsComponentsV2);
            json.WriteStartArray("components");
            json.WriteStartObject();
            json.WriteNumber("type", 17);
            json.WriteNumber("accent_color", AccentColours.Root);
            json.WriteStartArray("components");
            foreach (var text in payload.Texts)
            {
                new Component.TextDisplay(text).Write(json);
            }

            foreach (var row in payload.Components.SelectMany(Rows))
            {
                row.WriteTo(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        });

    /// <summary>Null if the texts are too long for content.</summary>
    public static string? ContentOf(DiscordPayload payload)
    {
        var content = string.Join('\n', payload.Texts).Trim();
        return content.Length > 0 && content.EnumerateRunes().Count() <= DiscordLimits.ContentCharacters - DiscordLimits.MentionCharacters
            ? content
            : null;
    }

    private static IEnumerable<JsonElement> Rows(JsonElement component) =>
        component.ValueKind != JsonValueKind.Object ? []
        : component.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.Number
        && type.GetInt32() == Component.ActionRow.Kind
            ? [component]
        : component.TryGetProperty("components", out var inner) && inner.ValueKind == JsonValueKind.Array
            ? inner.EnumerateArray().SelectMany(Rows)
        : [];
}

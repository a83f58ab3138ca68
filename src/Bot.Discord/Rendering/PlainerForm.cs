using System.Text.Json;
using Bot.Discord.Api;

namespace Bot.Discord.Rendering;

/// <summary>
/// A message in a plainer form: for when Discord refuses its components, and for where it may not have any. Every text
/// of it is there, in order. What was one message stays one.
/// </summary>
internal static class PlainerForm
{
    /// <summary>
    /// Its texts and nothing else: as content where they fit into it, else as text displays without anything around them.
    /// </summary>
    public static DiscordPayload Of(DiscordPayload payload) => AsContent(payload, buttons: false) ?? AsDisplays(payload);

    /// <summary>Its texts as text displays without anything around them: for a message that cannot stop being one of components.</summary>
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

    /// <summary>Its texts as content, which shows no previews; null when they are too long for it.</summary>
    /// <param name="buttons">Its rows of buttons stay.</param>
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
    /// A root's content as the one of components that it was before roots were content: for the edit of such a one, whose
    /// form cannot be taken back.
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

    /// <summary>Null when the texts are too long for content.</summary>
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

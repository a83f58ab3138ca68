using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat.Platforms;

namespace Bot.Discord.Rendering;

/// <summary>A frozen payload, and the bodies of the calls that send it.</summary>
internal sealed class DiscordPayload
{
    internal const string ThreadNameKey = "thread_name";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonElement _json;

    private DiscordPayload(JsonElement json) => _json = json;

    /// <summary>Null unless the message is a root.</summary>
    public string? ThreadName => _json.TryGetProperty(ThreadNameKey, out var name) ? name.GetString() : null;

    /// <summary>The content, or all text displays in order: what people see of a message.</summary>
    public IReadOnlyList<string> Texts
    {
        get => field ??= Content is { } content ? [content] : [.. MessageTexts.Of(_json)];
    } = null!;

    public IEnumerable<JsonElement> Components => _json.GetProperty("components").EnumerateArray();

    /// <summary>Null if the message consists of components.</summary>
    public string? Content =>
        _json.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String ? content.GetString() : null;

    /// <summary>Null if the text is not a payload for this platform.</summary>
    public static DiscordPayload? TryParse(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return
                document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("components", out var components)
                && components.ValueKind == JsonValueKind.Array
                ? new DiscordPayload(root.Clone())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same message, root or not, with other flags and components, or with content; it mentions nobody.</summary>
    public DiscordPayload With(Action<Utf8JsonWriter> members)
    {
        using var document = JsonDocument.Parse(
            Body(json =>
            {
                if (ThreadName is { } name)
                {
                    json.WriteString(ThreadNameKey, name);
                }

                members(json);
                json.WriteStartObject("allowed_mentions");
                json.WriteStartArray("parse");
                json.WriteEndArray();
                json.WriteEndObject();
            })
        );
        return new DiscordPayload(document.RootElement.Clone());
    }

    /// <summary>Body of create message: with the key as nonce, which Discord checks against the author's recent messages.</summary>
    /// <param name="isRoot">Only the root is silent or mentions a role, if the subscription asks for it.</param>
    public ReadOnlyMemory<byte> CreateBody(PostKey key, SendOptions options, bool isRoot) =>
        Body(json =>
        {
            WriteMessage(json, options, isRoot, PostMark.Of(key));
            json.WriteString("nonce", key.Value);
            json.WriteBoolean("enforce_nonce", true);
        });

    /// <summary>
    /// Body of edit message. Repeats the allowed mentions, because Discord would otherwise parse them all; components and content exclude
    /// each other.
    /// </summary>
    /// <param name="mark">The message's mark, so that it can be found again; null: none.</param>
    public ReadOnlyMemory<byte> EditBody(int? mark) =>
        Body(json =>
        {
            WriteMessage(json, SendOptions.None, isRoot: false, mark);
            if (Content is null)
            {
                json.WriteNull("content");
            }
        });

    /// <summary>Body of start thread in a forum channel: the root is the post's first message. Forum posts have no nonce.</summary>
    public ReadOnlyMemory<byte> ForumPostBody(PostKey key, SendOptions options) =>
        Body(json =>
        {
            json.WriteString("name", ThreadName ?? "");
            WriteArchiving(json, options);
            if (options.ForumTags.Count > 0)
            {
                json.WriteStartArray("applied_tags");
                foreach (var tag in options.ForumTags)
                {
                    json.WriteStringValue(tag);
                }

                json.WriteEndArray();
            }

            json.WriteStartObject("message");
            WriteMessage(json, options, isRoot: true, PostMark.Of(key));
            json.WriteEndObject();
        });

    /// <summary>Body of start thread from message.</summary>
    public ReadOnlyMemory<byte> ThreadBody(SendOptions options) =>
        Body(json =>
        {
            json.WriteString("name", ThreadName ?? "");
            WriteArchiving(json, options);
        });

    /// <summary>Body of modify channel for the thread's name; an archived thread takes no other change.</summary>
    public ReadOnlyMemory<byte> RenameBody() =>
        Body(json =>
        {
            json.WriteString("name", ThreadName ?? "");
            json.WriteBoolean("archived", false);
        });

    private static void WriteArchiving(Utf8JsonWriter json, SendOptions options)
    {
        if (options.AutoArchiveMinutes is { } minutes)
        {
            json.WriteNumber("auto_archive_duration", minutes);
        }
    }

    private static ReadOnlyMemory<byte> Body(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void WriteMessage(Utf8JsonWriter json, SendOptions options, bool isRoot, int? mark)
    {
        var role = isRoot ? options.MentionRole : null;
        foreach (var member in _json.EnumerateObject())
        {
            switch (member.Name)
            {
                case ThreadNameKey:
                    break;
                case "flags" when isRoot && options.SilentRoot:
                    json.WriteNumber("flags", member.Value.GetInt32() | (int)MessageFlags.SuppressNotifications);
                    break;
                case "content" when role is not null:
                    json.WriteString("content", $"{member.Value.GetString()}\n{MentionOf(role)}");
                    break;
                case "components":
                    WriteComponents(json, member.Value, Content is not null ? null : role, mark);
                    break;
                case "allowed_mentions" when role is not null:
                    json.WriteStartObject("allowed_mentions");
                    json.WriteStartArray("parse");
                    json.WriteEndArray();
                    json.WriteStartArray("roles");
                    json.WriteStringValue(role);
                    json.WriteEndArray();
                    json.WriteEndObject();
                    break;
                default:
                    member.WriteTo(json);
                    break;
            }
        }
    }

    private static void WriteComponents(Utf8JsonWriter json, JsonElement components, string? role, int? mark)
    {
        json.WriteStartArray("components");
        foreach (var component in components.EnumerateArray())
        {
            WriteMarked(json, component, mark);
            mark = null;
        }

        if (role is not null)
        {
            // At the end, alone on its line (messages.md, rule 13).
            new Component.TextDisplay(MentionOf(role)).Write(json);
        }

        json.WriteEndArray();
    }

    /// <summary>Puts the mark on a component; for a row of buttons on its first.</summary>
    private static void WriteMarked(Utf8JsonWriter json, JsonElement component, int? mark)
    {
        var isRow =
            component.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.Number
            && type.GetInt32() == Component.ActionRow.Kind;
        json.WriteStartObject();
        if (mark is { } own && !isRow)
        {
            json.WriteNumber("id", own);
        }

        foreach (var member in component.EnumerateObject())
        {
            if (isRow && member.Name == "components")
            {
                WriteComponents(json, member.Value, role: null, mark);
            }
            else
            {
                member.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static string MentionOf(string role) => $"<@&{role}>";
}

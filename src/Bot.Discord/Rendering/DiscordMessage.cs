using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Discord.Api;

namespace Bot.Discord.Rendering;

/// <summary>
/// One message for Discord's create, edit and interaction calls: Components V2, or content with a row of buttons. No text in it can
/// mention anybody.
/// </summary>
public sealed class DiscordMessage
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<Component> _components;

    private readonly string? _content;

    internal DiscordMessage(IReadOnlyList<Component> components) => _components = components;

    /// <summary>A thread's root.</summary>
    internal DiscordMessage(string content, Component.ActionRow row, string threadName)
    {
        _content = content;
        _components = [row];
        ThreadName = threadName;
    }

    /// <summary>For a root: the name of its thread, at most <see cref="DiscordLimits.ThreadName"/> characters; otherwise null.</summary>
    public string? ThreadName { get; }

    /// <summary>Number of components, including nested ones.</summary>
    public int Count => _components.Sum(component => component.Count);

    /// <summary>Code points of the content and all text displays.</summary>
    public int Characters => (_content?.EnumerateRunes().Count() ?? 0) + _components.Sum(component => component.Characters);

    /// <summary>UTF-8 bytes of all texts and labels.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(_content ?? "") + _components.Sum(component => component.Bytes);

    internal bool Fits =>
        Count <= DiscordLimits.Components - DiscordLimits.MentionComponents
        && Characters <= DiscordLimits.TextCharacters - DiscordLimits.MentionCharacters
        && Bytes <= DiscordLimits.TextBytes - DiscordLimits.MentionCharacters;

    /// <summary>Writes the message as an object: flags, content if any, components, allowed mentions.</summary>
    /// <param name="flags">In addition to the one its form needs, such as <see cref="MessageFlags.Ephemeral"/>.</param>
    public void Write(Utf8JsonWriter json, MessageFlags flags = MessageFlags.None)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteMembers(json, flags);
        json.WriteEndObject();
    }

    /// <summary>The members of <see cref="Write"/>, without the braces.</summary>
    public void WriteMembers(Utf8JsonWriter json, MessageFlags flags = MessageFlags.None)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteNumber("flags", (int)(flags | (_content is null ? MessageFlags.IsComponentsV2 : MessageFlags.SuppressEmbeds)));
        if (_content is not null)
        {
            json.WriteString("content", _content);
        }

        json.WriteStartArray("components");
        foreach (var component in _components)
        {
            component.Write(json);
        }

        json.WriteEndArray();
        // Without it, every mention in a text would be parsed.
        // https://discord.com/developers/docs/resources/message#allowed-mentions-object
        json.WriteStartObject("allowed_mentions");
        json.WriteStartArray("parse");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>As stored in the ledger: the message and, for a root, <c>thread_name</c>.</summary>
    /// <param name="flags">As for <see cref="Write"/>.</param>
    public string ToPayload(MessageFlags flags = MessageFlags.None)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            if (ThreadName is not null)
            {
                json.WriteString(DiscordPayload.ThreadNameKey, ThreadName);
            }

            WriteMembers(json, flags);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

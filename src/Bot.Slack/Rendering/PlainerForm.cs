using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat.Text;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering;

/// <summary>
/// A payload in Slack's plainest form, for when it refuses the blocks: all their words and links as text, without any block that could be
/// refused. One message stays one message. Posting takes 40,000 characters; updating refuses more than 4,000, so there the words go into
/// sections of 3,000.
/// </summary>
public static class PlainerForm
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null if the payload has no blocks, because it cannot be made any plainer.</summary>
    /// <param name="payload">As made by <see cref="SlackRenderer"/>.</param>
    /// <param name="forUpdate">Its text must keep to what chat.update takes.</param>
    public static JsonElement? Of(JsonElement payload, bool forUpdate)
    {
        if (!payload.TryGetProperty("blocks", out var blocks) || blocks.ValueKind != JsonValueKind.Array || blocks.GetArrayLength() == 0)
        {
            return null;
        }

        var text = new BlockWords().Of(blocks);
        if (text.Length == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            if (forUpdate && text.Length > SlackLimits.FallbackText)
            {
                json.WritePropertyName("text");
                payload.GetProperty("text").WriteTo(json);
                WriteSections(json, text);
            }
            else
            {
                json.WriteString("text", text);
            }

            json.WriteBoolean("unfurl_links", false);
            json.WriteBoolean("unfurl_media", false);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void WriteSections(Utf8JsonWriter json, string text)
    {
        json.WriteStartArray("blocks");
        foreach (var part in Parts(text))
        {
            json.WriteStartObject();
            json.WriteString("type", "section");
            json.WritePropertyName("text");
            new BlockKit.TextObject(part, IsMrkdwn: true).Write(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>
    /// Cuts between lines where possible, otherwise between graphemes; a link that a cut would break stays with its line.
    /// </summary>
    private static IEnumerable<string> Parts(string text)
    {
        var part = new StringBuilder();
        foreach (var line in text.Split('\n').SelectMany(Pieces))
        {
            if (part.Length > 0 && part.Length + 1 + line.Length > SlackLimits.Text)
            {
                yield return part.ToString();
                part.Clear();
            }

            part.Append(part.Length == 0 ? "" : "\n").Append(line);
        }

        if (part.ToString().Trim().Length > 0)
        {
            yield return part.ToString();
        }
    }

    private static IEnumerable<string> Pieces(string line)
    {
        while (line.Length > SlackLimits.Text)
        {
            var end = Graphemes
                .Boundaries(line[..(SlackLimits.Text + 1)])
                .LastOrDefault(
                    end => end <= SlackLimits.Text && line.LastIndexOf('<', end - 1) <= line.LastIndexOf('>', end - 1),
                    SlackLimits.Text
                );
            yield return line[..end];
            line = line[end..];
        }

        yield return line;
    }
}

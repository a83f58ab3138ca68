using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Posts;
using Bot.Slack.Api;
using Bot.Slack.Rendering.BlockKit;

namespace Bot.Slack.Rendering;

/// <summary>
/// Renders a message to the content arguments of chat.postMessage: <c>text</c>, <c>blocks</c>, no previews; channel, thread and key are
/// added when it is sent. One payload, or several parts marked (1/2) if it exceeds Slack's limits. Pure: the same message gives the same
/// bytes.
/// </summary>
public static class SlackRenderer
{
    /// <summary>Japanese stays readable: a payload goes into a request body, never into a page.</summary>
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="message">Taken apart if it needs several parts.</param>
    public static IReadOnlyList<string> Render(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var renderer = new BlockKitRenderer();
        var buttons = ActionsBlock.Of(message.Buttons, message.Post);
        var root = message.Body.Any(block => block is RoleBlock { Role: BlockRole.Contents or BlockRole.Deck })
            ? Texts.In(message.Locale)
            : null;
        var isCorrected = message.Body.Count > 1 && message.Body[1] is RoleBlock { Role: BlockRole.Correction };
        IReadOnlyList<SlackBlock> blocks = renderer.Render([.. message.Body]);
        if (message.Chart is { } chart && blocks.Count > 0)
        {
            // Below what it shows, and left out where there is no room: its message says the same in words.
            IReadOnlyList<SlackBlock> drawn = [blocks[0], new DataVisualizationBlock(chart), .. blocks.Skip(1)];
            blocks = Fits(drawn, buttons) ? drawn : blocks;
        }

        if (Fits(blocks, buttons))
        {
            return [Write(blocks, buttons, root, isCorrected)];
        }

        var parts = new MessageSplitter(part => Fits(renderer.Render(part), buttons)).Split(message);
        return
        [
            .. parts.Select(
                (part, at) =>
                    Write(renderer.Render([.. part.Body]), ActionsBlock.Of(part.Buttons, part.Post), at == 0 ? root : null, isCorrected)
            ),
        ];
    }

    /// <summary>Whether Slack accepts the blocks, with the buttons below them, as one message.</summary>
    private static bool Fits(IReadOnlyList<SlackBlock> blocks, ActionsBlock? buttons)
    {
        if (blocks.Count + (buttons is null ? 0 : 1) > SlackLimits.Blocks)
        {
            return false;
        }

        var (weight, tables) = (buttons?.Weight ?? 0, 0);
        foreach (var block in blocks)
        {
            weight += block.Weight;
            tables += block is TableBlock or DataTableBlock ? 1 : 0;
            if (!block.IsWithinLimits)
            {
                return false;
            }
        }

        return weight <= SlackLimits.BlockBudget && tables <= SlackLimits.Tables;
    }

    private static string Write(IReadOnlyList<SlackBlock> blocks, ActionsBlock? buttons, Texts? root, bool isCorrected)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("text", FallbackText.Of(blocks, root, isCorrected));
            if (blocks.Count > 0 || buttons is not null)
            {
                json.WriteStartArray("blocks");
                foreach (var block in blocks)
                {
                    block.Write(json);
                }

                buttons?.Write(json);
                json.WriteEndArray();
            }

            // Always stated, because Slack's default has changed (https://docs.slack.dev/reference/methods/chat.postMessage).
            json.WriteBoolean("unfurl_links", false);
            json.WriteBoolean("unfurl_media", false);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

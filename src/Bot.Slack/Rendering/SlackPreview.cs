using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Slack.Sending;

namespace Bot.Slack.Rendering;

/// <summary>What posting to Slack would call, for people and programs to look at; nothing is sent.</summary>
public sealed class SlackPreview : ICallPreview
{
    private const string Channel = "C0000000001";
    private const string Root = "1700000000.000001";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public PlatformId Platform => PlatformId.Slack;

    public IReadOnlyList<string> Render(Message message) => SlackRenderer.Render(message);

    public IEnumerable<string> Calls(PreviewedPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var request = new SendRequest(
            new ChannelAddress(Platform, "T0000000001", Channel), post.IsRoot ? null : Root, post.Key, post.Payload, default);
        var arguments = MessageArguments.ToPost(request, MessageArguments.Parse(post.Payload)!.Value);
        yield return $$"""{"method":"chat.postMessage","args":{{Encoding.UTF8.GetString(arguments.Span)}}}""";
    }

    /// <summary>The body that acknowledges a command with its answer, only to who asked; a message a line.</summary>
    public IEnumerable<string> Reply(Message message) => Render(message).Select(Ephemeral);

    private static string Ephemeral(string payload)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Json);
        json.WriteStartObject();
        json.WriteString("response_type", "ephemeral");
        foreach (var property in MessageArguments.Parse(payload)!.Value.EnumerateObject())
        {
            property.WriteTo(json);
        }

        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

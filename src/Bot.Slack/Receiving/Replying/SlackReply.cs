using System.Text;
using System.Text.Encodings.Web;
using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Slack.Rendering;

namespace Bot.Slack.Receiving.Replying;

/// <summary>
/// An answer in the form taken by an acknowledgement and a <c>response_url</c>: the message, who sees it, and that it is a new message
/// (https://docs.slack.dev/interactivity/handling-user-interaction). Also puts further arguments before such a payload.
/// </summary>
internal static class SlackReply
{
    private static readonly byte[] Private = """{"response_type":"ephemeral","replace_original":false,"""u8.ToArray();
    private static readonly byte[] Public = """{"response_type":"in_channel","replace_original":false,"""u8.ToArray();

    /// <summary>The parts of an answer, in order.</summary>
    public static IReadOnlyList<byte[]> Render(Reply reply) =>
        [.. SlackRenderer.Render(reply.Message).Select(payload => Join(reply.Private ? Private : Public, payload))];

    /// <summary>The answer with its share button.</summary>
    public static IReadOnlyList<byte[]> Offer(Reply reply, CommandCall call) => OfferDrawn(Plain(reply), call);

    /// <summary>The same with its chart.</summary>
    public static IReadOnlyList<byte[]> OfferDrawn(Reply reply, CommandCall call) =>
        Render(reply with { Message = SharedAnswer.Offer(reply, call) });

    /// <summary>The answer for everybody; a failure is shown to the person who pressed, not to the channel.</summary>
    public static IReadOnlyList<byte[]> Share(Reply reply, CommandCall call) => ShareDrawn(Plain(reply), call);

    /// <summary>The same with its chart.</summary>
    public static IReadOnlyList<byte[]> ShareDrawn(Reply reply, CommandCall call) =>
        Render(reply.Succeeded ? reply with { Message = SharedAnswer.Post(reply, call), Private = false } : reply);

    /// <summary>A payload with one more text argument.</summary>
    public static byte[] With(string name, string value, ReadOnlySpan<byte> payload)
    {
        var added = Encoding.UTF8.GetBytes($$"""{"{{name}}":"{{JavaScriptEncoder.Default.Encode(value)}}",""");
        return [.. added, .. payload[1..]];
    }

    private static Reply Plain(Reply reply) =>
        reply.Message.Chart is null ? reply : reply with { Message = reply.Message with { Chart = null } };

    private static byte[] Join(byte[] head, string payload)
    {
        var body = new byte[head.Length + Encoding.UTF8.GetByteCount(payload.AsSpan(1))];
        head.CopyTo(body, 0);
        Encoding.UTF8.GetBytes(payload.AsSpan(1), body.AsSpan(head.Length));
        return body;
    }
}

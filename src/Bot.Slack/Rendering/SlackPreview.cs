using System.Text;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Slack.Receiving.Replying;
using Bot.Slack.Sending;
using Bot.Slack.Setup;

namespace Bot.Slack.Rendering;

/// <summary>The calls that posting to Slack would make, for people and programs to inspect; nothing is sent.</summary>
public sealed class SlackPreview(SlackOptions options) : ICallPreview
{
    private const string Channel = "C0000000001";
    private const string Root = "1700000000.000001";

    public PlatformId Platform => PlatformId.Slack;

    public IReadOnlyList<string> Render(Message message) => SlackRenderer.Render(message);

    public IEnumerable<string> Calls(PreviewedPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var request = new SendRequest(
            new ChannelAddress(Platform, "T0000000001", Channel),
            post.IsRoot ? null : Root,
            post.Key,
            post.Payload,
            default
        );
        var arguments = MessageArguments.ToPost(request, MessageArguments.Parse(post.Payload)!.Value);
        yield return $$"""{"method":"chat.postMessage","args":{{Encoding.UTF8.GetString(arguments.Span)}}}""";
    }

    /// <summary>The body that acknowledges a command with its answer; one message per line.</summary>
    public IEnumerable<string> Reply(Reply reply, CommandCall call) =>
        (options.Charts ? SlackReply.OfferDrawn(reply, call) : SlackReply.Offer(reply, call)).Select(Encoding.UTF8.GetString);
}

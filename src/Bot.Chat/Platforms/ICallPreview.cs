using Bot.Chat.Commands;
using Bot.Chat.Messages;

namespace Bot.Chat.Platforms;

/// <summary>
/// What a platform would be sent, to look at: pure, needs no token and calls nobody. Channel, thread and message ids are
/// placeholders of the real shape.
/// </summary>
public interface ICallPreview
{
    PlatformId Platform { get; }

    /// <summary>As <see cref="IPlatform.Render"/>.</summary>
    IReadOnlyList<string> Render(Message message);

    /// <summary>The calls that post it, each one JSON object without line breaks.</summary>
    IEnumerable<string> Calls(PreviewedPost post);

    /// <summary>What answers a command, made as a real answer is, with the button that shares it; each message one JSON object without line breaks.</summary>
    IEnumerable<string> Reply(Reply reply, CommandCall call);
}

/// <param name="Payload">As <see cref="ICallPreview.Render"/> made it.</param>
/// <param name="IsRoot">It opens the thread.</param>
public sealed record PreviewedPost(string Payload, PostKey Key, bool IsRoot);

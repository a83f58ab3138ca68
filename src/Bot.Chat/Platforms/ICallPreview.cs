using Bot.Chat.Commands;
using Bot.Chat.Messages;

namespace Bot.Chat.Platforms;

/// <summary>
/// Previews what would be sent to a platform. Pure: needs no token and makes no calls. Channel, thread and message ids
/// are placeholders in the real format.
/// </summary>
public interface ICallPreview
{
    PlatformId Platform { get; }

    /// <summary>Same as <see cref="IPlatform.Render"/>.</summary>
    IReadOnlyList<string> Render(Message message);

    /// <summary>The calls that post it, each one JSON object without line breaks.</summary>
    IEnumerable<string> Calls(PreviewedPost post);

    /// <summary>
    /// The messages that answer a command, produced like a real answer, with its share button; each one JSON object
    /// without line breaks.
    /// </summary>
    IEnumerable<string> Reply(Reply reply, CommandCall call);
}

/// <param name="Payload">From <see cref="ICallPreview.Render"/>.</param>
/// <param name="IsRoot">Whether it opens the thread.</param>
public sealed record PreviewedPost(string Payload, PostKey Key, bool IsRoot);

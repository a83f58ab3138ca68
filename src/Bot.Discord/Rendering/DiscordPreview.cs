using System.Text;
using Bot.Chat.Commands;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Receiving;

namespace Bot.Discord.Rendering;

/// <summary>The calls that posting to Discord would make, for people and programs to inspect; nothing is sent.</summary>
public sealed class DiscordPreview : ICallPreview
{
    private const string Channel = "100000000000000001";

    /// <summary>Id of the root and of the thread started from it.</summary>
    private const string Root = "100000000000000002";

    public PlatformId Platform => PlatformId.Discord;

    public IReadOnlyList<string> Render(Message message) => [.. DiscordRenderer.Render(message).Select(part => part.ToPayload())];

    public IEnumerable<string> Calls(PreviewedPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var payload =
            DiscordPayload.TryParse(post.Payload) ?? throw new ArgumentException("The payload is not one of Discord.", nameof(post));
        yield return Call(
            DiscordRoute.CreateMessage(post.IsRoot ? Channel : Root),
            payload.CreateBody(post.Key, SendOptions.None, post.IsRoot)
        );
        if (post.IsRoot)
        {
            yield return Call(DiscordRoute.StartThreadFromMessage(Channel, Root), payload.ThreadBody(SendOptions.None));
        }
    }

    /// <summary>The data of the callback that answers a command; one message per line.</summary>
    public IEnumerable<string> Reply(Reply reply, CommandCall call) =>
        DiscordReply.Offer(reply, call).Select(callback => Encoding.UTF8.GetString(Callbacks.DataOf(callback).Span));

    private static string Call(DiscordRoute route, ReadOnlyMemory<byte> body) =>
        $$"""{"method":"{{route.Method}}","path":"/{{route.Path}}","body":{{Encoding.UTF8.GetString(body.Span)}}}""";
}

using Bot.Chat.Answering;
using Bot.Chat.Commands;
using Bot.Discord.Rendering;

namespace Bot.Discord.Receiving;

/// <summary>An answer as the callbacks that carry it, in order, one per message.</summary>
internal static class DiscordReply
{
    public static IReadOnlyList<byte[]> Render(Reply reply) =>
        [.. DiscordRenderer.Render(reply.Message).Select(message => Callbacks.Message(message, reply.Private))];

    /// <summary>The answer with its share button.</summary>
    public static IReadOnlyList<byte[]> Offer(Reply reply, CommandCall call) =>
        Render(reply with { Message = SharedAnswer.Offer(reply, call) });

    /// <summary>The answer for everybody; a failure is shown to the person who pressed, not to the channel.</summary>
    public static IReadOnlyList<byte[]> Share(Reply reply, CommandCall call) =>
        Render(reply.Succeeded ? reply with { Message = SharedAnswer.Post(reply, call), Private = false } : reply);
}

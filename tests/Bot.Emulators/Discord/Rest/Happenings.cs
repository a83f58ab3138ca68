using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Discord.Rest;

/// <summary>
/// Events caused by people and admins while the bot works, by their names in scripts: <c>revoke-token</c>,
/// <c>remove-bot</c>, <c>delete-channel</c>, <c>delete-thread</c>, <c>archive-thread</c>, <c>lock-thread</c>,
/// <c>delete-root</c>, <c>deny PERMISSION</c> (a name of <see cref="Permission"/>), <c>guild-outage</c>, <c>post
/// NOISE</c> (a person writes in the same place).
/// </summary>
internal static class Happenings
{
    /// <param name="token">The caller's full token.</param>
    /// <exception cref="ArgumentException">Not in the list.</exception>
    public static void Play(DiscordServer server, string happening, ApiCall call, string? token)
    {
        var (word, rest) = happening.Split(' ', 2) is [var first, var tail] ? (first, tail) : (happening, "");
        lock (server.World.Gate)
        {
            var channel = server.World.Channel(Snowflakes.Parse(call.Text("channel")));
            var parent = channel is { IsThread: true } ? channel.Parent : channel;
            switch (word)
            {
                case "revoke-token":
                    server.Tokens.Revoke(token ?? "");
                    break;
                case "remove-bot":
                    server.World.RemoveBot(parent!.Guild.Id);
                    break;
                case "delete-channel":
                    server.World.DeleteChannel(parent!.Id);
                    break;
                case "delete-thread":
                    server.World.DeleteChannel(channel!.Id);
                    break;
                case "archive-thread":
                    server.World.Archive(channel!);
                    break;
                case "lock-thread":
                    server.World.Archive(channel!, locked: true);
                    break;
                case "delete-root" when parent!.Messages.TryGetValue(channel!.Id, out var root):
                    server.Messages.Delete(root);
                    break;
                case "deny":
                    server.World.Deny(parent!.Id, Enum.Parse<Permission>(rest));
                    break;
                case "guild-outage":
                    server.World.SetUnavailable(parent!.Guild.Id, true);
                    break;
                case "post":
                    server.Messages.PostAs(DefaultIds.Reader, channel!.Id, rest);
                    break;
                default:
                    throw new ArgumentException($"Nobody can {happening}.", nameof(happening));
            }
        }
    }
}

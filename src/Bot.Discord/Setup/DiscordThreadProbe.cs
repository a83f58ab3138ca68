using Bot.Chat.Calls;
using Bot.Chat.Platforms;
using Bot.Discord.Api;
using Bot.Discord.Receiving;

namespace Bot.Discord.Setup;

/// <summary>
/// Asks for a thread's channel whether it exists and is open (https://discord.com/developers/docs/topics/threads). An archived one counts
/// as open: a post reopens it, unless a moderator has locked it.
/// </summary>
public sealed class DiscordThreadProbe(DiscordClient client, TimeProvider time) : IThreadProbe
{
    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(10);

    public PlatformId Platform => PlatformId.Discord;

    public async Task<ThreadProbe> ProbeAsync(ChannelAddress channel, string threadId, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PerCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return Judge(threadId, await client.SendAsync(DiscordRoute.GetChannel(threadId), null, either.Token));
    }

    internal static ThreadProbe Judge(string thread, DiscordAnswer answer) =>
        answer switch
        {
            DiscordAnswer.Accepted { Json: { } json } accepted when accepted.Id == thread => json.FlagAt("thread_metadata", "locked")
                ? new(ThreadStanding.Locked, "locked")
                : new(ThreadStanding.Open),
            DiscordAnswer.Refused { Error: DiscordError.ChannelGone } gone => new(ThreadStanding.Gone, gone.Detail),
            _ => new(ThreadStanding.Unanswered, BotRoutes.Describe(answer)),
        };
}

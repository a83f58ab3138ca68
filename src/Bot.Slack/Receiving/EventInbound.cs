using Bot.Chat.Answering;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Receiving;

/// <summary>
/// Takes events: acknowledged first, worked on afterwards, once each however often Slack repeats them. What the bot does
/// not know it acknowledges, as an event that is refused comes again.
/// </summary>
internal sealed partial class EventInbound(
    MentionInbound mentions,
    IInstallations installations,
    IWorkspaceEvents workspaces,
    IInbox inbox,
    LateWork late,
    ILogger<EventInbound> logger
)
{
    /// <summary>False: there is too much to do, and the event was not taken.</summary>
    public bool Receive(SlackEvent received)
    {
        if (received.Envelope == "app_rate_limited")
        {
            Log.Limited(logger, received.TeamId);
            return true;
        }

        Func<SlackEvent, CancellationToken, Task>? work = received switch
        {
            { Envelope: not "event_callback" } or { Id: "" } or { TeamId: "" } => null,
            { Type: "app_mention" } => mentions.AnswerAsync,
            { Type: "app_uninstalled" } => UninstalledAsync,
            { Type: "tokens_revoked", RevokedBots.Count: > 0 } => RevokedAsync,
            _ => null,
        };
        return work is null
            || late.Start(
                "event",
                async token =>
                {
                    if (await inbox.TryAcceptAsync(PlatformId.Slack, RequestIds.OfEvent(received.Id), token))
                    {
                        await work(received, token);
                    }
                }
            );
    }

    private async Task UninstalledAsync(SlackEvent received, CancellationToken cancellationToken)
    {
        if (!IsOld(received, await installations.FindAsync(PlatformId.Slack, received.TeamId, cancellationToken)))
        {
            await RemovedAsync(received, cancellationToken);
        }
    }

    /// <summary>Slack repeats events for hours: one from before the installation is about another that it took the place of.</summary>
    private bool IsOld(SlackEvent received, Installation? installation)
    {
        // Slack says whole seconds.
        var isOld = installation?.InstalledAt is { } since && received.HappenedAt < since - TimeSpan.FromSeconds(1);
        if (isOld)
        {
            Log.Old(logger, received.TeamId, received.HappenedAt!.Value);
        }

        return isOld;
    }

    /// <summary>Slack sends this and the other in any order, or one of them: both do the same, and twice is once.</summary>
    private async Task RemovedAsync(SlackEvent received, CancellationToken cancellationToken)
    {
        Log.Removed(logger, received.TeamId);
        await workspaces.RemovedAsync(PlatformId.Slack, received.TeamId, cancellationToken);
        await installations.RemoveAsync(PlatformId.Slack, received.TeamId, cancellationToken);
    }

    private async Task RevokedAsync(SlackEvent received, CancellationToken cancellationToken)
    {
        // The token of another bot of the same application, one that was replaced, does not matter. Where the bot is not
        // installed, or the removal was heard of before, there is nothing to remove.
        if (
            await installations.FindAsync(PlatformId.Slack, received.TeamId, cancellationToken) is { } installation
            && !IsOld(received, installation)
            && (installation.BotUser is null || received.RevokedBots.Contains(installation.BotUser))
        )
        {
            await RemovedAsync(received, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3131, LogLevel.Warning, "Slack holds back events of workspace {Team}: there were too many")]
        public static partial void Limited(ILogger logger, string team);

        [LoggerMessage(
            3133,
            LogLevel.Information,
            "Slack says late ({At}) that the bot was removed from {Team}, where it was installed since: ignored"
        )]
        public static partial void Old(ILogger logger, string team, DateTimeOffset at);

        [LoggerMessage(3132, LogLevel.Warning, "The bot was removed from the Slack workspace {Team}")]
        public static partial void Removed(ILogger logger, string team);
    }
}

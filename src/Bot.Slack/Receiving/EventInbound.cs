using Bot.Chat.Answering;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Receiving;

/// <summary>
/// Receives events: acknowledges first, then handles each once, however often Slack repeats it. Unknown events are acknowledged as well,
/// because a refused event comes again.
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
    /// <summary>False: the queue is full, and the event was not taken.</summary>
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
            { Type: "app_mention" } or { IsDirect: true } => mentions.AnswerAsync,
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

    /// <summary>Slack repeats events for hours: one older than the installation concerns the installation before it.</summary>
    private bool IsOld(SlackEvent received, Installation? installation)
    {
        // Slack's times are in whole seconds.
        var isOld = installation?.InstalledAt is { } since && received.HappenedAt < since - TimeSpan.FromSeconds(1);
        if (isOld)
        {
            Log.Old(logger, received.TeamId, received.HappenedAt!.Value);
        }

        return isOld;
    }

    /// <summary>
    /// Slack sends this event and the other in any order, or only one; both do the same, and doing it twice is harmless.
    /// </summary>
    private async Task RemovedAsync(SlackEvent received, CancellationToken cancellationToken)
    {
        Log.Removed(logger, received.TeamId);
        await workspaces.RemovedAsync(PlatformId.Slack, received.TeamId, cancellationToken);
        await installations.RemoveAsync(PlatformId.Slack, received.TeamId, cancellationToken);
    }

    private async Task RevokedAsync(SlackEvent received, CancellationToken cancellationToken)
    {
        // A replaced bot of the same app may lose its token without consequence. If the bot is not installed, or its removal is already
        // known, there is nothing to remove.
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
            "Ignored a late event ({At}): the bot was removed from {Team}, where it has been installed again since"
        )]
        public static partial void Old(ILogger logger, string team, DateTimeOffset at);

        [LoggerMessage(3132, LogLevel.Warning, "The bot was removed from the Slack workspace {Team}")]
        public static partial void Removed(ILogger logger, string team);
    }
}

using Bot.Archive;
using Bot.Archive.Ledger;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Diagnosis;
using Microsoft.EntityFrameworkCore;

namespace Bot.Serving;

/// <summary>
/// Looks now and then whether every subscribed channel could be posted to, so that a permission that was taken away is
/// known before the briefing comes. It pauses nothing; a channel that a missing permission had paused goes on when the
/// permission is there again.
/// </summary>
internal sealed partial class ChannelWatch(
    ChannelCheck check, IDbContextFactory<ArchiveContext> contexts, DeliveryOperations operations, IOperatorAlerts alerts,
    TimeSpan rhythm, TimeProvider time, ILogger<ChannelWatch> logger) : BackgroundService
{
    /// <summary>The channel cannot be posted to, and nothing has been refused yet.</summary>
    public const string Reason = "channel-unusable";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(rhythm, time);
        try
        {
            do
            {
                await LookSafelyAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var (channel, probe) in await check.ProbeAsync(cancellationToken))
        {
            if (probe.Unanswered)
            {
                continue;
            }

            var scope = PauseScopes.Channel(channel.Platform.Value, channel.Workspace, channel.Channel);
            if (probe.Usable)
            {
                alerts.Resolve(Reason, scope);
                await ResumeAsync(scope, cancellationToken);
            }
            else
            {
                var text = ChannelCheck.Say(channel, probe).Text.English;
                Log.Unusable(logger, channel.Platform.Value, text);
                alerts.Raise(new OperatorAlert(Reason, scope, text));
            }
        }
    }

    private async Task ResumeAsync(string scope, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Pauses.AnyAsync(pause => pause.Scope == scope && pause.Reason == Reasons.PermissionMissing, cancellationToken))
        {
            await operations.ResumeAsync(scope, "channel-watch", cancellationToken);
            Log.Resumed(logger, scope);
        }
    }

    private async Task LookSafelyAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2301, LogLevel.Warning, "A subscribed channel of {Platform} cannot be posted to: {Finding}")]
        public static partial void Unusable(ILogger logger, string platform, string finding);

        [LoggerMessage(2302, LogLevel.Information, "The missing permission is there again: sending to {Scope} goes on")]
        public static partial void Resumed(ILogger logger, string scope);

        [LoggerMessage(2303, LogLevel.Warning, "The subscribed channels could not be looked at")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}

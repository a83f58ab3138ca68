using Bot.Archive;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Diagnosis;
using Microsoft.EntityFrameworkCore;

namespace Bot.Serving;

/// <summary>
/// Looks now and then whether every subscribed channel could be posted to, so that a permission that was taken away is
/// known before the briefing comes. It pauses nothing; a channel that a missing permission had paused is looked at more
/// often, and goes on when the permission is there again.
/// </summary>
/// <param name="rhythm">Between two looks at all channels; not below <see cref="Soon"/>.</param>
internal sealed partial class ChannelWatch(
    ChannelCheck check, IDbContextFactory<ArchiveContext> contexts, DeliveryOperations operations, IOperatorAlerts alerts,
    TimeSpan rhythm, TimeProvider time, ILogger<ChannelWatch> logger) : BackgroundService
{
    /// <summary>The channel cannot be posted to, and nothing has been refused yet.</summary>
    public const string Reason = "channel-unusable";

    /// <summary>Between two looks at the paused channels.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Soon, time);
        try
        {
            var since = rhythm;
            do
            {
                var isDue = since >= rhythm;
                since = isDue ? Soon : since + Soon;
                await LookSafelyAsync(isDue, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
    }

    /// <param name="atAll">At every channel whose platform can be asked so much; else at those that a missing permission has paused.</param>
    internal async Task LookAsync(bool atAll, CancellationToken cancellationToken)
    {
        var paused = await PausedAsync(cancellationToken);
        var found = await check.ProbeAsync(cancellationToken, (channel, probe) => (atAll && probe.AsksFreely) || paused.Contains(ScopeOf(channel)));
        foreach (var (channel, probe) in found)
        {
            if (probe.Unanswered)
            {
                continue;
            }

            var scope = ScopeOf(channel);
            if (probe.Usable)
            {
                alerts.Resolve(Reason, scope);
                if (paused.Contains(scope))
                {
                    await operations.ResumeAsync(scope, "channel-watch", cancellationToken);
                    Log.Resumed(logger, scope);
                }
            }
            else if (!paused.Contains(scope))
            {
                // What is paused was told when it was.
                var text = ChannelCheck.Say(channel, probe).Text.English;
                Log.Unusable(logger, channel.Platform.Value, text);
                alerts.Raise(new OperatorAlert(Reason, scope, text));
            }
        }
    }

    private async Task<HashSet<string>> PausedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Pauses.Where(pause => pause.Reason == Reasons.PermissionMissing).Select(pause => pause.Scope).ToHashSetAsync(cancellationToken);
    }

    private static string ScopeOf(ChannelAddress channel) => PauseScopes.Channel(channel.Platform.Value, channel.Workspace, channel.Channel);

    private async Task LookSafelyAsync(bool atAll, CancellationToken stoppingToken)
    {
        try
        {
            await LookAsync(atAll, stoppingToken);
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

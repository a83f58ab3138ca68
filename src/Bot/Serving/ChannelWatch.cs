using Bot.Archive;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Diagnosis;
using Microsoft.EntityFrameworkCore;

namespace Bot.Serving;

/// <summary>
/// Checks from time to time whether the bot can post to every subscribed channel, so that a revoked permission is noticed
/// before the briefing arrives. It pauses nothing; a channel paused by a missing permission is checked more often, and
/// resumes when the permission is back.
/// </summary>
/// <param name="rhythm">Interval between checks of all channels; at least <see cref="Soon"/>.</param>
internal sealed partial class ChannelWatch(
    ChannelCheck check, IDbContextFactory<ArchiveContext> contexts, DeliveryOperations operations, IOperatorAlerts alerts,
    TimeSpan rhythm, TimeProvider time, ILogger<ChannelWatch> logger) : BackgroundService
{
    /// <summary>The bot cannot post to the channel, but nothing has been refused yet.</summary>
    public const string Reason = "channel-unusable";

    /// <summary>Interval between checks of paused channels.</summary>
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
            // The bot is stopping.
        }
    }

    /// <param name="atAll">
    /// Check every channel whose platform can be probed that often; otherwise only those paused by a missing permission.
    /// </param>
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
                // Paused channels were reported when they were paused.
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
        [LoggerMessage(2301, LogLevel.Warning, "The bot cannot post to a subscribed channel of {Platform}: {Finding}")]
        public static partial void Unusable(ILogger logger, string platform, string finding);

        [LoggerMessage(2302, LogLevel.Information, "The missing permission is back; sending to {Scope} resumes")]
        public static partial void Resumed(ILogger logger, string scope);

        [LoggerMessage(2303, LogLevel.Warning, "The subscribed channels could not be checked")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}

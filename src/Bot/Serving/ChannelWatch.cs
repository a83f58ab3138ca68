using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Diagnosis;

namespace Bot.Serving;

/// <summary>
/// Checks from time to time whether the bot can post to every subscribed channel, so that a revoked permission is noticed
/// before the briefing arrives. It pauses nothing, and asks nothing about what is paused: that was reported when it happened,
/// and <see cref="PauseWatch"/> checks it.
/// </summary>
/// <param name="rhythm">Interval between checks.</param>
internal sealed partial class ChannelWatch(
    ChannelCheck check,
    PauseList pauses,
    IOperatorAlerts alerts,
    TimeSpan rhythm,
    TimeProvider time,
    ILogger<ChannelWatch> logger
) : BackgroundService
{
    /// <summary>The bot cannot post to the channel, but nothing has been refused yet.</summary>
    public const string Reason = "channel-unusable";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(rhythm, time);
        try
        {
            do
            {
                await LookSafelyAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot is stopping.
        }
    }

    /// <summary>One look at every channel whose platform can be asked so much.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var paused = (await pauses.ListAsync(cancellationToken)).Select(pause => pause.Scope).ToHashSet();
        var found = await check.ProbeAsync(cancellationToken, (channel, probe) => probe.AsksFreely && !paused.Overlaps(ScopesOf(channel)));
        foreach (var (channel, probe) in found.Where(one => !one.Probe.Unanswered))
        {
            var scope = ScopeOf(channel);
            if (probe.Usable)
            {
                alerts.Resolve(Reason, scope);
            }
            else
            {
                // Paused channels were reported when they were paused.
                var text = ChannelCheck.Say(channel, probe).Text.English;
                Log.Unusable(logger, channel.Platform.Value, text);
                alerts.Raise(new OperatorAlert(Reason, scope, text));
            }
        }
    }

    private static IEnumerable<string> ScopesOf(ChannelAddress channel) =>
        [PauseScopes.Workspace(channel.Platform.Value, channel.Workspace), ScopeOf(channel)];

    private static string ScopeOf(ChannelAddress channel) =>
        PauseScopes.Channel(channel.Platform.Value, channel.Workspace, channel.Channel);

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
        [LoggerMessage(2301, LogLevel.Warning, "The bot cannot post to a subscribed channel of {Platform}: {Finding}")]
        public static partial void Unusable(ILogger logger, string platform, string finding);

        [LoggerMessage(2303, LogLevel.Warning, "The subscribed channels could not be checked")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}

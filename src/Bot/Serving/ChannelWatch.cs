using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Bot.Delivery.Operations;
using Bot.Diagnosis;

namespace Bot.Serving;

/// <summary>
/// Looks now and then whether every subscribed channel could be posted to, so that a permission that was taken away is
/// known before the briefing comes. It pauses nothing, and asks nothing about what is paused: that was told when it was, and
/// <see cref="PauseWatch"/> looks at it.
/// </summary>
/// <param name="rhythm">Between two looks.</param>
internal sealed partial class ChannelWatch(
    ChannelCheck check, PauseList pauses, IOperatorAlerts alerts, TimeSpan rhythm, TimeProvider time, ILogger<ChannelWatch> logger) : BackgroundService
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
                var text = ChannelCheck.Say(channel, probe).Text.English;
                Log.Unusable(logger, channel.Platform.Value, text);
                alerts.Raise(new OperatorAlert(Reason, scope, text));
            }
        }
    }

    private static IEnumerable<string> ScopesOf(ChannelAddress channel) => [PauseScopes.Workspace(channel.Platform.Value, channel.Workspace), ScopeOf(channel)];

    private static string ScopeOf(ChannelAddress channel) => PauseScopes.Channel(channel.Platform.Value, channel.Workspace, channel.Channel);

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

        [LoggerMessage(2303, LogLevel.Warning, "The subscribed channels could not be looked at")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}

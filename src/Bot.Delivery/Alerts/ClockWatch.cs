using Bot.Chat;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Compares this machine's clock with the platforms' clocks, as reported in their answers. The first comparison is logged; a wrong clock
/// raises one alert, open until the clock is right again. This is only a warning: what is sent does not rely on it.
/// </summary>
public sealed partial class ClockWatch(
    IEnumerable<IPlatform> platforms,
    IOperatorAlerts alerts,
    OperatorOptions options,
    TimeProvider time,
    ILogger<ClockWatch> logger
) : BackgroundService
{
    /// <summary>In kebab case, like all alert reasons.</summary>
    public const string Reason = "clock-off";

    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(10);

    private readonly Dictionary<PlatformId, bool> _told = [];

    /// <summary>Compares every clock once.</summary>
    public void Look()
    {
        foreach (var platform in platforms)
        {
            if (platform.Clock?.Skew is not { } skew)
            {
                continue;
            }

            var isKnown = _told.TryGetValue(platform.Id, out var wasOff);
            _told[platform.Id] = skew.IsOff;
            var subject = $"platform:{platform.Id}";
            if (skew.IsOff && !wasOff)
            {
                var text = skew.Told(platform.Id.Value);
                Log.IsOff(logger, text.English);
                alerts.Raise(new OperatorAlert(Reason, subject, options.Language == Locale.Japanese ? text.Japanese : text.English));
            }
            else if (!skew.IsOff && (wasOff || !isKnown))
            {
                // Includes alerts left open by an earlier process.
                Log.IsRight(logger, platform.Id, skew.Ahead.TotalSeconds);
                alerts.Resolve(Reason, subject);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, time);
        do
        {
            Look();
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(3025, LogLevel.Warning, "This machine's clock is off: {How}. Set it (NTP)")]
        public static partial void IsOff(ILogger logger, string how);

        [LoggerMessage(3026, LogLevel.Information, "This machine's clock agrees with that of {Platform} ({Seconds:0.0} s)")]
        public static partial void IsRight(ILogger logger, PlatformId platform, double seconds);
    }
}

using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Operations;

/// <summary>
/// Looks every five minutes at every pause that something of a platform's has caused, whatever it was and whether an event told of
/// its end or not, and ends those whose cause is gone. What an admin paused, an admin resumes.
/// </summary>
public sealed partial class PauseWatch(
    PauseList pauses, PauseInquiry inquiry, DeliveryOperations operations, TimeProvider time, ILogger<PauseWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(5);

    private const string Actor = "pause-watch";

    private readonly ToldOnce trouble = new();

    /// <summary>One look. A platform that fails at one question is asked the next all the same.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var pause in (await pauses.ListAsync(cancellationToken)).Where(pause => pause.Reason != Reasons.PausedByAdmin))
        {
            try
            {
                if (await inquiry.AskAsync(pause.Scope, cancellationToken) is { IsWell: true }
                    && (await operations.EndPauseAsync(pause.Scope, pause.Reason, Actor, cancellationToken)).Status == OperationStatus.Done)
                {
                    Log.Ended(logger, pause.Scope, pause.Reason);
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested && !Archive.Setup.DatabaseErrors.IsPassing(failure))
            {
                Log.NotAsked(logger, pause.Scope, failure);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                trouble.IsOver();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (trouble.IsNew(failure))
                {
                    Log.NotLooked(logger, failure.GetBaseException().Message);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Rhythm, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3070, LogLevel.Information, "{Scope} is well again ({Reason} is over): sending goes on")]
        public static partial void Ended(ILogger logger, string scope, string reason);

        [LoggerMessage(3071, LogLevel.Warning, "{Scope} is paused and could not be asked about")]
        public static partial void NotAsked(ILogger logger, string scope, Exception failure);

        [LoggerMessage(3072, LogLevel.Warning, "What is paused could not be looked at ({Why}); trying again in five minutes")]
        public static partial void NotLooked(ILogger logger, string why);
    }
}

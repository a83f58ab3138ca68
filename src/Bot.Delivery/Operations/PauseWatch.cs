using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Operations;

/// <summary>
/// Checks every pause caused by a platform every five minutes, whatever its reason and whether or not an event reported its end, and ends
/// those whose cause is gone. A pause made by an admin is resumed by an admin. A pause that returns with the next post, although the
/// platform reported no problem, is ended later each time, and not reported again meanwhile.
/// </summary>
public sealed partial class PauseWatch(
    PauseList pauses,
    PauseInquiry inquiry,
    DeliveryOperations operations,
    TimeProvider time,
    ILogger<PauseWatch> logger
) : BackgroundService
{
    public static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(5);

    /// <summary>A pause that returns after this long counts as a new one.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(6);

    private const string Actor = "pause-watch";

    private static readonly Backoff Rests = Backoff.Doubling(Rhythm, TimeSpan.FromHours(1));

    private readonly ToldOnce _trouble = new();
    private readonly Dictionary<(string Scope, string Reason), (int Times, long At)> _ended = [];

    /// <summary>One check. A platform that fails on one question is still asked the next.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (
            var pause in (await pauses.ListAsync(cancellationToken)).Where(pause =>
                pause.Reason != Reasons.PausedByAdmin && !IsEndedInVain(pause)
            )
        )
        {
            try
            {
                if (
                    await inquiry.AskAsync(pause.Scope, cancellationToken) is { IsWell: true }
                    && (
                        await operations.EndPauseAsync(
                            pause.Scope,
                            pause.Reason,
                            isToldAgain: !pause.Scope.StartsWith("channel:", StringComparison.Ordinal),
                            Actor,
                            cancellationToken
                        )
                    ).Status == OperationStatus.Done
                )
                {
                    _ended[(pause.Scope, pause.Reason)] = (
                        _ended.GetValueOrDefault((pause.Scope, pause.Reason)).Times + 1,
                        time.GetTimestamp()
                    );
                    Log.Ended(logger, pause.Scope, pause.Reason);
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested && DatabaseErrors.TroubleOf(failure) is null)
            {
                Log.NotAsked(logger, pause.Scope, failure);
            }
        }
    }

    /// <summary>Whether it was ended recently and has returned.</summary>
    private bool IsEndedInVain(Pause pause)
    {
        if (!_ended.TryGetValue((pause.Scope, pause.Reason), out var last))
        {
            return false;
        }

        var since = time.GetElapsedTime(last.At);
        if (since >= Forgotten)
        {
            _ended.Remove((pause.Scope, pause.Reason));
        }

        return since < Rests.After(last.Times);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                _trouble.IsOver();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (_trouble.IsNew(failure))
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
        [LoggerMessage(3070, LogLevel.Information, "{Scope} works again ({Reason} is over): sending resumes")]
        public static partial void Ended(ILogger logger, string scope, string reason);

        [LoggerMessage(3071, LogLevel.Warning, "{Scope} is paused, and the platform could not be asked about it")]
        public static partial void NotAsked(ILogger logger, string scope, Exception failure);

        [LoggerMessage(3072, LogLevel.Warning, "The pauses could not be checked ({Why}); trying again in five minutes")]
        public static partial void NotLooked(ILogger logger, string why);
    }
}

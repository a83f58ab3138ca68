using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Bot.Delivery.Sending;
using Bot.Delivery.Waking;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery;

/// <summary>
/// Runs a sender for each token that has something due, or a connection, and falls to this process; and sweeps. When stopping, nothing new is started,
/// requests in flight get the grace period of the options and then count as unknown, and every outcome is written before the leases are
/// released.
/// </summary>
public sealed partial class SendingService(
    DueDeliveries dueDeliveries,
    LedgerSweep sweep,
    ClockRescue rescue,
    Func<string, TokenSender> senderOf,
    SenderShare shares,
    TokenConnections connections,
    SendSignal signal,
    OutageTracker trouble,
    LeftoverPlans leftovers,
    DueTimeSweep dueTimes,
    PlaceholderPlanner placeholders,
    DueNotices notices,
    NewerVersion newer,
    DeliveryOptions options,
    LedgerClock clock,
    TimeProvider time,
    ILogger<SendingService> logger
) : BackgroundService
{
    private const int ClosedAtOnce = 500;

    /// <summary>How many polls are left out while there is nothing to do and other processes say what they plan.</summary>
    private const int PollsLeftOut = 5;

    private readonly ToldOnce _readTrouble = new();
    private readonly ToldOnce _sweepTrouble = new();
    private readonly Dictionary<string, (TokenSender Sender, Task Running)> _senders = [];
    private bool _hasBegun;
    private TimeSpan _rest = options.Poll;

    /// <summary>
    /// Moves what waits to the time that its schedule has now, expires posts past their window, closes deliveries with nothing left to do,
    /// and plans what was left unplanned. Returns how many posts expired.
    /// </summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await rescue.RescueAsync(clock.Now);
        await dueTimes.RunAsync(clock.Now, cancellationToken);
        var expired = clock.Surely is { } surely ? await sweep.ExpireAsync(surely) : LedgerSweep.Nothing;
        foreach (var (token, posts) in expired)
        {
            trouble.Expired(token, posts);
        }

        DeliveryCheckpoints.Reach(DeliveryCheckpoints.Swept);
        IReadOnlyList<Archive.Entities.StoredDelivery> finished;
        do
        {
            finished = await sweep.FinishedAsync(ClosedAtOnce, cancellationToken);
            await Task.WhenAll(finished.Select(sweep.CloseAsync));
        } while (finished.Count == ClosedAtOnce);
        await leftovers.PlanAsync(cancellationToken);
        // After what has come: whoever was away must not be told that it has not.
        await placeholders.RunAsync(clock.Now, cancellationToken);
        return expired.Values.Sum();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var giveUp = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stopping = stoppingToken.Register(() =>
        {
            abort.CancelAfter(options.StopGrace);
            giveUp.CancelAfter(options.StopGrace * 1.5);
        });
        var stop = new SendStop(stoppingToken, abort.Token, giveUp.Token);
        var sweeping = SweepEverAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await StartSendersAsync(stop);
            await WaitAsync(stoppingToken);
        }

        await Task.WhenAll([sweeping, .. _senders.Values.Select(sender => sender.Running)]);
        await shares.LeaveAsync();
    }

    private async Task StartSendersAsync(SendStop stop)
    {
        _rest = options.Poll;
        try
        {
            await shares.EnterAsync(stop.Stopping);
            if (newer.IsThere)
            {
                foreach (var (sender, _) in _senders.Values)
                {
                    sender.Yield();
                }

                return;
            }

            // Once also those with nothing due: what a former process left in sending is looked up at once, even if it is paused.
            var due = _hasBegun
                ? await dueDeliveries.TokensAsync(clock.Now, stop.Stopping)
                : await dueDeliveries.OpenTokensAsync(stop.Stopping);
            var running = _senders.Where(sender => !sender.Value.Running.IsCompleted).Select(sender => sender.Key).ToList();
            var connected = connections.Tokens;
            foreach (var token in due.Intersect(connected).Intersect(running))
            {
                _senders[token].Sender.Wake();
            }

            if (due.Count > 0 || running.Count > 0 || connected.Count > 0)
            {
                var share = await shares.DivideAsync([.. due.Union(connected)], running, stop.Stopping);
                foreach (var token in share.Take)
                {
                    var sender = _senders.TryGetValue(token, out var former) ? former.Sender : senderOf(token);
                    _senders[token] = (sender, sender.RunAsync(stop));
                }

                // A connection moves last: whoever asks meanwhile is not heard.
                foreach (var token in running.OrderBy(connections.Wants).Take(share.Yield))
                {
                    _senders[token].Sender.Yield();
                }
            }
            else if (_hasBegun && notices.IsListening)
            {
                var now = clock.Now;
                _rest = RestOf(now, await dueDeliveries.NextAfterAsync(now, stop.Stopping), options.Poll);
            }

            _hasBegun = true;
            _readTrouble.IsOver();
        }
        catch (Exception failure) when (!stop.Stopping.IsCancellationRequested)
        {
            if (_readTrouble.IsNew(failure))
            {
                Log.NotRead(logger, failure);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    /// <summary>How long to rest: until the next delivery is due, and not so long that what nobody told would wait.</summary>
    /// <param name="next">When the next delivery is due; null: none is.</param>
    internal static TimeSpan RestOf(DateTimeOffset now, DateTimeOffset? next, TimeSpan poll)
    {
        var longest = poll * PollsLeftOut;
        var wait = next is { } due && due - now < longest ? due - now : longest;
        return wait > poll ? wait : poll;
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var woken = signal.WaitAsync(waiting.Token);
        await Task.WhenAny(woken, Task.Delay(_rest, time, waiting.Token));
        await waiting.CancelAsync();
        await woken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (woken.IsCompletedSuccessfully)
        {
            foreach (var (sender, _) in _senders.Values)
            {
                sender.Wake();
            }
        }
    }

    private async Task SweepEverAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!newer.IsThere)
                {
                    await SweepAsync(stopping);
                }

                _sweepTrouble.IsOver();
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                if (_sweepTrouble.IsNew(failure))
                {
                    Log.NotSwept(logger, failure);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(options.Sweep, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3040, LogLevel.Error, "The ledger could not be read; trying again")]
        public static partial void NotRead(ILogger logger, Exception failure);

        [LoggerMessage(3041, LogLevel.Error, "The ledger could not be swept; trying again")]
        public static partial void NotSwept(ILogger logger, Exception failure);
    }
}

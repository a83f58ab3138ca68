using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Sending;

/// <summary>
/// Sends everything due with one token while holding its lease: many threads concurrently, within the limits of the options. A token's
/// gateway or socket is open as long, and keeps the lease when nothing is due.
/// </summary>
public sealed partial class TokenSender(
    string token,
    LeaseRenewals leases,
    DueDeliveries due,
    LedgerSweep sweep,
    ThreadRunner runner,
    PlatformCalls platforms,
    SendGates gates,
    OutcomePolicy policy,
    DeliveryOptions options,
    SenderProcess process,
    TokenConnections connections,
    DeliveryMetrics metrics,
    LedgerClock clock,
    TimeProvider time,
    ILogger<TokenSender> logger
)
{
    private const long Woken = -1;

    private static readonly Backoff Waits = Backoff.Doubling(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(15));

    // Ids of threads that have finished, or Woken. Only the pump reads them and touches the fields below.
    private readonly Channel<long> _events = Channel.CreateUnbounded<long>();
    private readonly Dictionary<long, Underway> _active = [];
    private readonly Dictionary<string, int> _busy = [];
    private readonly WorkQueue _queue = new(due, token);
    private readonly ConcurrentDictionary<long, (long At, TimeSpan Wait)> _putOff = new();
    private bool _readAgain;
    private volatile bool _yields;
    private int _interruptions;
    private readonly ToldOnce _trouble = new();

    /// <summary>Signals that the ledger may have something new.</summary>
    public void Wake() => _events.Writer.TryWrite(Woken);

    /// <summary>Gives the lease back as soon as what has begun is over: another process has too little to do.</summary>
    public void Yield()
    {
        _yields = true;
        Wake();
    }

    /// <summary>Takes the lease if it is free and sends until nothing has been due for a while, told to yield, or stopped.</summary>
    public async Task RunAsync(SendStop stop)
    {
        _yields = false;
        try
        {
            await RunOnceAsync(stop, untilIdle: false);
        }
        catch (OperationCanceledException) when (stop.Stopping.IsCancellationRequested)
        {
            // The ledger has the state of everything.
        }
        catch (Exception failure)
        {
            // A database that is down for an hour is one failure, not thousands.
            if (_trouble.IsNew(failure))
            {
                Log.Interrupted(logger, token, failure);
            }

            await Task.Delay(Waits.After(++_interruptions), time, stop.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes the lease, recovers and sends what is due; false while another process holds the lease.</summary>
    /// <param name="untilIdle">Return as soon as nothing is due, rather than after a while without anything.</param>
    public async Task<bool> RunOnceAsync(SendStop stop, bool untilIdle)
    {
        var taken = await leases.TakeAsync(token, process.Owner, stop.Stopping);
        if (taken is null)
        {
            return false;
        }

        await using var lease = taken;
        metrics.Leased(PlatformOf(token), 1);
        try
        {
            DeliveryCheckpoints.Reach(DeliveryCheckpoints.LeaseTaken, token);
            var recovered = await sweep.RecoverAsync(lease.Stamp, policy.FirstLook(clock.Now));
            var from =
                lease.Former is null || lease.Former == process.Owner ? "nobody else"
                : lease.WasGivenBack ? $"{lease.Former}, which gave it back"
                : $"{lease.Former}, which no longer renewed it";
            Log.Started(logger, process.Owner, token, lease.Stamp.Epoch, from, recovered);
            DeliveryCheckpoints.Reach(DeliveryCheckpoints.Recovered, token);
            // Closed before the lease is given back. Without it the lease is no longer needed, so another process need not wait for it.
            await using var connection = connections.Open(token, lease, Yield);
            await PumpAsync(lease, stop, untilIdle);
        }
        finally
        {
            DeliveryCheckpoints.Reach(DeliveryCheckpoints.Stopping, token);
            await Task.WhenAll(_active.Values.Select(underway => underway.Running));
            TakeEvents();
            metrics.Leased(PlatformOf(token), -1);
            DeliveryCheckpoints.Reach(DeliveryCheckpoints.BeforeRelease, token);
        }

        return true;
    }

    private async Task PumpAsync(TokenLease lease, SendStop stop, bool untilIdle)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stop.Stopping, lease.Lost);
        _readAgain = true;
        var idleFrom = time.GetTimestamp();
        while (!ends.IsCancellationRequested)
        {
            if (!_yields && !await TryFillAsync(lease, stop, ends.Token))
            {
                continue;
            }

            if (_active.Count > 0 || (HasMore && !untilIdle))
            {
                idleFrom = time.GetTimestamp();
            }

            var isConnected = connections.Wants(token);
            if (_active.Count == 0 && (untilIdle || _yields || (!isConnected && time.GetElapsedTime(idleFrom) >= options.LeaseRenewal)))
            {
                return;
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ends.Token);
            // A sender that only keeps a connection open is woken when something is due, and asks for nothing.
            var isAtRest = isConnected && _active.Count == 0 && !HasMore;
            var poll = Task.Delay(isAtRest ? Timeout.InfiniteTimeSpan : options.Poll, time, waiting.Token);
            await Task.WhenAny(poll, _events.Reader.WaitToReadAsync(waiting.Token).AsTask());
            _readAgain |= poll.IsCompletedSuccessfully;
            await waiting.CancelAsync();
            TakeEvents();
        }
    }

    /// <summary>Something is due, and waits for a gate or for its turn.</summary>
    private bool HasMore => !_queue.IsEmpty || !_putOff.IsEmpty || gates.ClosedUntil(PauseScopes.Token(token), clock.Now) > clock.Now;

    /// <summary>Fills the free slots. A database that does not answer ends no connection: whoever asks is told so.</summary>
    private async Task<bool> TryFillAsync(TokenLease lease, SendStop stop, CancellationToken ends)
    {
        try
        {
            await FillAsync(lease, stop);
            _interruptions = 0;
            _trouble.IsOver();
            return true;
        }
        catch (Exception failure) when (connections.Wants(token) && !ends.IsCancellationRequested)
        {
            if (_trouble.IsNew(failure))
            {
                Log.Interrupted(logger, token, failure);
            }

            _readAgain = true;
            await Task.Delay(Waits.After(++_interruptions), time, ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return false;
        }
    }

    /// <summary>Starts as many threads as there are free slots.</summary>
    private async Task FillAsync(TokenLease lease, SendStop stop)
    {
        while (
            _active.Count < (options.ThreadsPerToken ?? platforms.WidthOf(PlatformOf(token)).PerToken)
            && gates.ClosedUntil(PauseScopes.Token(token), clock.Now) <= clock.Now
        )
        {
            if (_queue.Next(MayStart) is { } delivery)
            {
                _busy[delivery.Workspace] = _busy.GetValueOrDefault(delivery.Workspace) + 1;
                _active.Add(delivery.Id, new Underway(delivery.Workspace, SendAsync(delivery.Id, lease, stop)));
            }
            else if (_readAgain || _queue.WantsReading)
            {
                _readAgain = false;
                await _queue.ReadAsync(clock.Now, [.. _active.Keys, .. PutOffNow()], stop.Stopping);
            }
            else
            {
                return;
            }
        }
    }

    private async Task SendAsync(long delivery, TokenLease lease, SendStop stop)
    {
        // Off the pump's own thread: a database or an adapter that answers synchronously must not hold up the others.
        await Task.Yield();
        try
        {
            if (!await runner.RunAsync(delivery, lease, stop))
            {
                PutOff(delivery, options.Poll);
            }
        }
        catch (OperationCanceledException) when (stop.Stopping.IsCancellationRequested)
        {
            // The ledger has the state of everything in progress; the next start continues from there.
        }
        catch (Exception failure)
        {
            Log.PutOff(logger, delivery, failure);
            PutOff(delivery, policy.WaitAfter(1));
        }
        finally
        {
            _events.Writer.TryWrite(delivery);
        }
    }

    private bool MayStart(string workspace) =>
        _busy.GetValueOrDefault(workspace) < (options.ThreadsPerWorkspace ?? platforms.WidthOf(PlatformOf(workspace)).PerWorkspace)
        && gates.ClosedUntil($"workspace:{workspace}", clock.Now) <= clock.Now;

    /// <summary>The platform in a token's or workspace's name, which starts with it.</summary>
    private static string PlatformOf(string name) => name.Split(':', 2)[0];

    private void PutOff(long delivery, TimeSpan wait) => _putOff[delivery] = (time.GetTimestamp(), wait);

    private List<long> PutOffNow()
    {
        foreach (var (id, put) in _putOff)
        {
            if (time.GetElapsedTime(put.At) >= put.Wait)
            {
                _putOff.TryRemove(new KeyValuePair<long, (long, TimeSpan)>(id, put));
            }
        }

        return [.. _putOff.Keys];
    }

    private void TakeEvents()
    {
        while (_events.Reader.TryRead(out var id))
        {
            if (id == Woken)
            {
                _readAgain = true;
            }
            else if (_active.Remove(id, out var left))
            {
                _busy[left.Workspace]--;
            }
        }
    }

    private sealed record Underway(string Workspace, Task Running);

    private static partial class Log
    {
        [LoggerMessage(
            3030,
            LogLevel.Information,
            "{Owner} sends with {Token} now (epoch {Epoch}, taken from {From}); {Recovered} posts to look up first"
        )]
        public static partial void Started(ILogger logger, string owner, string token, long epoch, string from, int recovered);

        [LoggerMessage(3031, LogLevel.Error, "Sending with {Token} was interrupted and starts again")]
        public static partial void Interrupted(ILogger logger, string token, Exception failure);

        [LoggerMessage(3032, LogLevel.Error, "Delivery {Delivery} is postponed")]
        public static partial void PutOff(ILogger logger, long delivery, Exception failure);
    }
}

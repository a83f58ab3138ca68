using Bot.Archive.Setup;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Ledger;

/// <summary>
/// One holding of a token's lease, renewed in the background. Whether it still holds is judged by how much time has
/// passed here since the last renewal was asked for, by the monotonic clock and by the wall clock, whichever says more:
/// the first is not fooled by a clock that is set, the second knows that a suspended machine has slept.
/// </summary>
public sealed partial class TokenLease : IAsyncDisposable
{
    private readonly LeaseStore store;
    private readonly DeliveryOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;
    private Renewal last;

    private TokenLease(LeaseStore store, DeliveryOptions options, TimeProvider time, ILogger logger, LeaseStamp stamp, Renewal taken)
    {
        (this.store, this.options, this.time, this.logger, Stamp, last) = (store, options, time, logger, stamp, taken);
        renewing = RenewAsync();
    }

    public LeaseStamp Stamp { get; }

    /// <summary>Set when another process has taken over.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>The lease, or null while another process holds it.</summary>
    public static async Task<TokenLease?> TryTakeAsync(
        LeaseStore store, string token, string owner, DeliveryOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var asked = Renewal.Now(time);
        var stamp = await store.TakeAsync(token, owner, options.LeaseLength, cancellationToken);
        return stamp is { } taken ? new TokenLease(store, options, time, logger, taken, asked) : null;
    }

    /// <summary>Whether a request may leave now. Asks the database when the last renewal is too old to be trusted.</summary>
    public async ValueTask<bool> HoldsAsync()
    {
        if (lost.IsCancellationRequested)
        {
            return false;
        }

        // A request may take SendTimeout; the lease need not outlive it, as its outcome is fenced by the epoch.
        return Volatile.Read(ref last).Age(time) < options.LeaseLength || await TryRenewAsync();
    }

    /// <summary>Gives the lease back, so that another process need not wait for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        try
        {
            await store.ReleaseAsync(Stamp);
        }
        catch (Exception failure) when (DatabaseErrors.TroubleOf(failure) is not null)
        {
            Log.NotReleased(logger, Stamp.Token, failure);
        }

        lost.Dispose();
        ended.Dispose();
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(options.LeaseRenewal, time);
        try
        {
            while (!lost.IsCancellationRequested && await timer.WaitForNextTickAsync(ended.Token))
            {
                await TryRenewAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Given back.
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        try
        {
            var asked = Renewal.Now(time);
            if (await store.RenewAsync(Stamp, options.LeaseLength))
            {
                Volatile.Write(ref last, asked);
                return true;
            }

            Log.Lost(logger, Stamp.Token, Stamp.Epoch);
            await lost.CancelAsync();
            return false;
        }
        catch (Exception failure)
        {
            // Not renewed is not lost: the next tick tries again, and HoldsAsync says no once the last renewal is too old.
            Log.NotRenewed(logger, Stamp.Token, failure);
            return false;
        }
    }

    private sealed record Renewal(long Timestamp, DateTimeOffset Wall)
    {
        public static Renewal Now(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow());

        public TimeSpan Age(TimeProvider time)
        {
            var (monotonic, wall) = (time.GetElapsedTime(Timestamp), time.GetUtcNow() - Wall);
            return monotonic > wall ? monotonic : wall;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Warning, "The lease of {Token} (epoch {Epoch}) was taken over by another process")]
        public static partial void Lost(ILogger logger, string token, long epoch);

        [LoggerMessage(3002, LogLevel.Warning, "The lease of {Token} could not be renewed")]
        public static partial void NotRenewed(ILogger logger, string token, Exception failure);

        [LoggerMessage(3003, LogLevel.Information, "The lease of {Token} could not be given back and runs out by itself")]
        public static partial void NotReleased(ILogger logger, string token, Exception failure);
    }
}

using Bot.Archive.Setup;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Ledger;

/// <summary>
/// One holding of a token's lease, renewed in the background. Whether it still holds depends on the local time since the last renewal was
/// requested, by the monotonic or the wall clock, whichever shows more: setting the clock does not fool the first, and the second knows
/// when a suspended machine has slept.
/// </summary>
public sealed partial class TokenLease : IAsyncDisposable
{
    private readonly LeaseStore _store;
    private readonly DeliveryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;
    private Renewal _last;

    private TokenLease(LeaseStore store, DeliveryOptions options, TimeProvider time, ILogger logger, TakenLease taken, Renewal asked)
    {
        (_store, _options, _time, _logger, Stamp, _last) = (store, options, time, logger, taken.Stamp, asked);
        (Former, WasGivenBack) = (taken.Former, taken.WasGivenBack);
        Lost = _lost.Token;
        _renewing = RenewAsync();
    }

    public LeaseStamp Stamp { get; }

    /// <inheritdoc cref="TakenLease.Former"/>
    public string? Former { get; }

    /// <inheritdoc cref="TakenLease.WasGivenBack"/>
    public bool WasGivenBack { get; }

    /// <summary>Set when another process has taken over.</summary>
    public CancellationToken Lost { get; }

    /// <summary>It was renewed so lately that no other process can have it.</summary>
    public bool IsFresh => !Lost.IsCancellationRequested && Volatile.Read(ref _last).Age(_time) < _options.LeaseLength;

    /// <summary>The lease, or null while another process holds it.</summary>
    public static async Task<TokenLease?> TryTakeAsync(
        LeaseStore store,
        string token,
        string owner,
        DeliveryOptions options,
        TimeProvider time,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        var asked = Renewal.Now(time);
        var taken = await store.TakeAsync(token, owner, options.LeaseLength, cancellationToken);
        return taken is null ? null : new TokenLease(store, options, time, logger, taken, asked);
    }

    /// <summary>Whether a request may leave now. Asks the database if the last renewal is too old to trust.</summary>
    public async ValueTask<bool> HoldsAsync()
    {
        if (_lost.IsCancellationRequested)
        {
            return false;
        }

        // A request may take SendTimeout; the lease need not outlive it, because the epoch fences its outcome.
        return IsFresh || await TryRenewAsync();
    }

    /// <summary>Releases the lease, so that another process need not wait for it to expire.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        try
        {
            await _store.ReleaseAsync(Stamp);
        }
        catch (Exception failure) when (DatabaseErrors.TroubleOf(failure) is not null)
        {
            Log.NotReleased(_logger, Stamp.Token, failure);
        }

        _lost.Dispose();
        _ended.Dispose();
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(_options.LeaseRenewal, _time);
        try
        {
            while (!_lost.IsCancellationRequested && await timer.WaitForNextTickAsync(_ended.Token))
            {
                await TryRenewAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Already released.
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        try
        {
            var asked = Renewal.Now(_time);
            if (await _store.RenewAsync(Stamp, _options.LeaseLength))
            {
                Volatile.Write(ref _last, asked);
                return true;
            }

            Log.Lost(_logger, Stamp.Token, Stamp.Epoch);
            await _lost.CancelAsync();
            return false;
        }
        catch (Exception failure)
        {
            // A failed renewal is not a lost lease: the next tick tries again, and HoldsAsync returns false once the last renewal is too
            // old.
            Log.NotRenewed(_logger, Stamp.Token, failure);
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

        [LoggerMessage(3003, LogLevel.Information, "The lease of {Token} could not be released; it will expire by itself")]
        public static partial void NotReleased(ILogger logger, string token, Exception failure);
    }
}

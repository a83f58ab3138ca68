using Bot.Archive.Setup;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Ledger;

/// <summary>
/// Takes leases and renews all that this process holds, in one statement: a thousand tokens cost the database no more than one.
/// </summary>
public sealed partial class LeaseRenewals(LeaseStore store, DeliveryOptions options, TimeProvider time, ILogger<LeaseRenewals> logger)
{
    private readonly Lock _gate = new();
    private readonly HashSet<TokenLease> _held = [];
    private bool _isRunning;

    internal DeliveryOptions Options => options;

    internal TimeProvider Time => time;

    /// <summary>The lease, or null while another process holds it.</summary>
    /// <param name="owner">This process.</param>
    public async Task<TokenLease?> TakeAsync(string token, string owner, CancellationToken cancellationToken)
    {
        var asked = LeaseRenewal.Now(time);
        if (await store.TakeAsync(token, owner, options.LeaseLength, cancellationToken) is not { } taken)
        {
            return null;
        }

        var lease = new TokenLease(this, taken, asked);
        lock (_gate)
        {
            _held.Add(lease);
            if (!_isRunning)
            {
                _isRunning = true;
                _ = RunAsync();
            }
        }

        return lease;
    }

    /// <summary>Renews one lease out of turn. False: it is lost, or the database does not answer.</summary>
    internal Task<bool> RenewAsync(TokenLease lease) => RenewAsync([lease]);

    /// <summary>Lets another process take it at once. Never throws for a database that does not answer.</summary>
    internal async Task ReleaseAsync(TokenLease lease)
    {
        lock (_gate)
        {
            _held.Remove(lease);
        }

        try
        {
            await store.ReleaseAsync(lease.Stamp);
        }
        catch (Exception failure) when (DatabaseErrors.TroubleOf(failure) is not null)
        {
            Log.NotReleased(logger, lease.Stamp.Token, failure);
        }
    }

    /// <summary>Runs while there is something to renew.</summary>
    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(options.LeaseRenewal, time);
        while (await timer.WaitForNextTickAsync())
        {
            List<TokenLease> held;
            lock (_gate)
            {
                held = [.. _held];
                if (held.Count == 0)
                {
                    _isRunning = false;
                    return;
                }
            }

            await RenewAsync(held);
        }
    }

    private async Task<bool> RenewAsync(List<TokenLease> leases)
    {
        try
        {
            var asked = LeaseRenewal.Now(time);
            var renewed = await store.RenewAsync([.. leases.Select(lease => lease.Stamp)], options.LeaseLength);
            foreach (var lease in leases)
            {
                if (renewed.Contains(lease.Stamp.Token))
                {
                    lease.Renewed(asked);
                }
                else if (IsHeld(lease) && await lease.LoseAsync())
                {
                    Log.Lost(logger, lease.Stamp.Token, lease.Stamp.Epoch);
                }
            }

            return renewed.Count == leases.Count;
        }
        catch (Exception failure)
        {
            // A failed renewal is not a lost lease: the next tick tries again, and HoldsAsync returns false once the last renewal is too
            // old.
            Log.NotRenewed(logger, leases.Count, failure);
            return false;
        }
    }

    /// <summary>One that was given back meanwhile is not lost.</summary>
    private bool IsHeld(TokenLease lease)
    {
        lock (_gate)
        {
            return _held.Contains(lease);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Warning, "The lease of {Token} (epoch {Epoch}) was taken over by another process")]
        public static partial void Lost(ILogger logger, string token, long epoch);

        [LoggerMessage(3002, LogLevel.Warning, "{Count} leases could not be renewed")]
        public static partial void NotRenewed(ILogger logger, int count, Exception failure);

        [LoggerMessage(3003, LogLevel.Information, "The lease of {Token} could not be released; it will expire by itself")]
        public static partial void NotReleased(ILogger logger, string token, Exception failure);
    }
}

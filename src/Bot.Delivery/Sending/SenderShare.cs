using Bot.Archive;
using Bot.Delivery.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Sending;

/// <summary>
/// How many tokens this process may hold, so that those with work are spread evenly over all processes. Each process holds a lease that
/// only says that it is there; equal shares of the tokens with work follow from their number. On SQLite there is one process, and all is
/// its share.
/// </summary>
public sealed class SenderShare(
    IDbContextFactory<ArchiveContext> contexts,
    LeaseStore leases,
    LeaseRenewals renewals,
    SenderProcess process,
    NewerVersion newer,
    DeliveryOptions options
)
{
    /// <summary>How far above its share a process may be before it gives tokens back.</summary>
    private const double Tolerance = 0.1;

    /// <summary>Places of processes that ended without giving them back.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private TokenLease? _place;
    private bool? _isAlone;

    /// <summary>Says, or keeps saying, that this process is there; not while a newer version wants the database to itself.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (_isAlone is null)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            _isAlone = context.Database.IsSqlite();
            await leases.ForgetAsync(SenderProcess.Prefix, Forgotten);
            await leases.ForgetAsync(LeaseStore.UpgradePrefix, Forgotten);
        }

        if (newer.IsThere)
        {
            await LeaveAsync();
            await leases.LookForNewerAsync(cancellationToken);
            if (newer.IsThere)
            {
                return;
            }
        }

        if (_isAlone == true || _place is { Lost.IsCancellationRequested: false })
        {
            return;
        }

        await LeaveAsync();
        _place = await renewals.TakeAsync(process.Place, process.Owner, cancellationToken);
    }

    public async Task LeaveAsync()
    {
        if (_place is { } place)
        {
            _place = null;
            await place.DisposeAsync();
        }
    }

    /// <param name="due">Tokens with work.</param>
    /// <param name="mine">Tokens that this process holds.</param>
    public async Task<TokenShare> DivideAsync(
        IReadOnlyCollection<string> due,
        IReadOnlyCollection<string> mine,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(mine);
        if (_isAlone != false)
        {
            return new TokenShare([.. due.Except(mine)], 0);
        }

        if (newer.IsThere)
        {
            return new TokenShare([], mine.Count);
        }

        var others = await leases.HeldByOthersAsync(process.Owner, options.LeaseLength, cancellationToken);
        var processes = 1 + others.Count(IsPlace);
        var held = others.Where(token => !IsPlace(token) && !IsUpgrade(token)).ToHashSet(StringComparer.Ordinal);
        // Each process in an order of its own, so that two that read at once do not reach for the same.
        var free = due.Except(mine).Where(token => !held.Contains(token)).OrderBy(token => HashCode.Combine(token)).ToList();
        var share = (int)Math.Ceiling((held.Count + mine.Count + free.Count) / (double)processes);
        var excess = mine.Count - share;
        return new TokenShare([.. free.Take(Math.Max(0, -excess))], excess > share * Tolerance ? excess : 0);
    }

    private static bool IsUpgrade(string token) => token.StartsWith(LeaseStore.UpgradePrefix, StringComparison.Ordinal);

    private static bool IsPlace(string token) => token.StartsWith(SenderProcess.Prefix, StringComparison.Ordinal);
}

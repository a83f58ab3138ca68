namespace Bot.Delivery.Ledger;

/// <summary>
/// One holding of a token's lease, renewed in the background. Whether it still holds depends on the local time since the last renewal was
/// requested, by the monotonic or the wall clock, whichever shows more: setting the clock does not fool the first, and the second knows
/// when a suspended machine has slept.
/// </summary>
public sealed class TokenLease : IAsyncDisposable
{
    private readonly LeaseRenewals _renewals;
    private readonly CancellationTokenSource _lost = new();
    private LeaseRenewal _last;

    internal TokenLease(LeaseRenewals renewals, TakenLease taken, LeaseRenewal asked)
    {
        (_renewals, Stamp, Former, WasGivenBack, _last) = (renewals, taken.Stamp, taken.Former, taken.WasGivenBack, asked);
        Lost = _lost.Token;
    }

    public LeaseStamp Stamp { get; }

    /// <inheritdoc cref="TakenLease.Former"/>
    public string? Former { get; }

    /// <inheritdoc cref="TakenLease.WasGivenBack"/>
    public bool WasGivenBack { get; }

    /// <summary>Set when another process has taken over.</summary>
    public CancellationToken Lost { get; }

    /// <summary>It was renewed so lately that no other process can have it.</summary>
    public bool IsFresh => !Lost.IsCancellationRequested && Volatile.Read(ref _last).Age(_renewals.Time) < _renewals.Options.LeaseLength;

    /// <summary>Whether a request may leave now. Asks the database if the last renewal is too old to trust.</summary>
    public async ValueTask<bool> HoldsAsync()
    {
        if (Lost.IsCancellationRequested)
        {
            return false;
        }

        // A request may take SendTimeout; the lease need not outlive it, because the epoch fences its outcome.
        return IsFresh || await _renewals.RenewAsync(this);
    }

    /// <summary>Releases the lease, so that another process need not wait for it to expire.</summary>
    public async ValueTask DisposeAsync()
    {
        await _renewals.ReleaseAsync(this);
        _lost.Dispose();
    }

    internal void Renewed(LeaseRenewal asked) => Volatile.Write(ref _last, asked);

    /// <summary>Another process has it. False if that was known.</summary>
    internal async Task<bool> LoseAsync()
    {
        if (Lost.IsCancellationRequested)
        {
            return false;
        }

        try
        {
            await _lost.CancelAsync();
            return true;
        }
        catch (ObjectDisposedException)
        {
            // Given back in this moment.
            return false;
        }
    }
}

using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Sending;

/// <summary>A connection that is open because its token's lease is held. Disposing of it closes it.</summary>
internal sealed class HeldConnection : IConnectionHold, IAsyncDisposable
{
    /// <summary>
    /// How long a question waits while nobody can say whose it is. If the database is away for this process alone, another has taken
    /// over and answers first; if it is away for all, this one says so.
    /// </summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(1.5);

    private readonly TokenLease _lease;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ends;

    public HeldConnection(TokenLease lease, TimeProvider time, CancellationToken stopping)
    {
        (_lease, _time) = (lease, time);
        _ends = CancellationTokenSource.CreateLinkedTokenSource(lease.Lost, stopping);
        Ends = _ends.Token;
    }

    /// <summary>Set when the connection has to close.</summary>
    public CancellationToken Ends { get; }

    public Task Running { get; set; } = Task.CompletedTask;

    public async ValueTask<bool> MayAnswerAsync()
    {
        if (Ends.IsCancellationRequested || _lease.IsFresh)
        {
            // A connection that is closing still answers what it has received, unless somebody else has the lease.
            return !_lease.Lost.IsCancellationRequested;
        }

        using var waiting = new CancellationTokenSource();
        var courtesy = Task.Delay(Courtesy, _time, waiting.Token);
        var renewing = _lease.HoldsAsync().AsTask();
        if (await Task.WhenAny(renewing, courtesy) == renewing && !await renewing && !_lease.Lost.IsCancellationRequested)
        {
            await courtesy;
        }

        await waiting.CancelAsync();
        return !_lease.Lost.IsCancellationRequested;
    }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        await Running;
        _ends.Dispose();
    }
}

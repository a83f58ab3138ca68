using System.Threading.Channels;

namespace Bot.Delivery.Waking;

/// <summary>Signals within the process that the ledger has something new. Repeated signals coalesce.</summary>
public sealed class SendSignal
{
    private readonly Channel<bool> _pending = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Wake() => _pending.Writer.TryWrite(true);

    /// <summary>Completes at the next wake, or at once if there was one since the last wait. Supports one waiter.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _pending.Reader.ReadAsync(cancellationToken);
}

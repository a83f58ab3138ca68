using System.Threading.Channels;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Alerts;

/// <summary>
/// Alerts raised or resolved, until <see cref="AlertService"/> has written them. Raising one only queues it here: no database, no network.
/// </summary>
public sealed class OperatorAlerts : IOperatorAlerts
{
    /// <summary>More at once means one big failure; the watch finds whatever the ledger knows anyway.</summary>
    private const int Most = 1000;

    private readonly Channel<AlertNews> _news = Channel.CreateBounded<AlertNews>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    public void Raise(OperatorAlert alert) => _news.Writer.TryWrite(new AlertNews(alert, IsResolved: false));

    public void Resolve(string reason, string subject) =>
        _news.Writer.TryWrite(new AlertNews(new OperatorAlert(reason, subject, null), IsResolved: true));

    internal bool TryRead(out AlertNews read) => _news.Reader.TryRead(out read!);

    internal ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _news.Reader.WaitToReadAsync(cancellationToken);
}

/// <param name="IsResolved">True if the cause is gone, false if the alert is raised.</param>
internal sealed record AlertNews(OperatorAlert Alert, bool IsResolved);

using Bot.Delivery.Ledger;

namespace Bot.Delivery.Sending;

/// <summary>
/// Due deliveries of one token, read a page per workspace and handed out in turn, so that a workspace with thousands of channels does not
/// delay one with a single channel. Not thread-safe: one sender owns it.
/// </summary>
public sealed class WorkQueue(DueDeliveries due, string token)
{
    private const int Page = 64;

    private readonly Dictionary<string, Queue<DueDelivery>> _waiting = [];
    private readonly List<string> _turns = [];
    private readonly HashSet<string> _more = [];
    private int _turn;

    /// <summary>Refills the queues that have run empty.</summary>
    /// <param name="except">In progress or postponed: not handed out.</param>
    public async Task ReadAsync(DateTimeOffset now, IReadOnlyCollection<long> except, CancellationToken cancellationToken)
    {
        _more.Clear();
        foreach (var (platform, workspace) in await due.WorkspacesAsync(token, now, cancellationToken))
        {
            var name = $"{platform}:{workspace}";
            if (!_waiting.TryGetValue(name, out var queue))
            {
                _waiting[name] = queue = new Queue<DueDelivery>();
                _turns.Add(name);
            }

            if (queue.Count > 0)
            {
                _more.Add(name);
                continue;
            }

            var page = await due.DueAsync(token, platform, workspace, now, except, Page, cancellationToken);
            if (page.Count == Page)
            {
                _more.Add(name);
            }

            foreach (var delivery in page)
            {
                queue.Enqueue(delivery);
            }
        }
    }

    /// <summary>The next delivery, each workspace in turn; null if none may start.</summary>
    /// <param name="mayStart">Whether the workspace has a free slot and has not been told to wait.</param>
    public DueDelivery? Next(Func<string, bool> mayStart)
    {
        for (var tried = 0; tried < _turns.Count; tried++)
        {
            var workspace = _turns[_turn = (_turn + 1) % _turns.Count];
            if (_waiting[workspace].Count > 0 && mayStart(workspace))
            {
                return _waiting[workspace].Dequeue();
            }
        }

        return null;
    }

    public bool IsEmpty => _waiting.Values.All(queue => queue.Count == 0);

    /// <summary>Whether a queue has run empty while the ledger has more for it.</summary>
    public bool WantsReading => _more.Any(workspace => _waiting[workspace].Count == 0);
}

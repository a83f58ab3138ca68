namespace Bot.Emulators.Slack.World;

/// <summary>What was shown, oldest first; readers wait instead of polling.</summary>
public sealed class ShownReplyList(SlackWorld world)
{
    private readonly List<ShownReply> _replies = [];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<ShownReply> All
    {
        get
        {
            lock (world.Gate)
            {
                return [.. _replies];
            }
        }
    }

    /// <summary>Adds it with its own ts.</summary>
    public ShownReply Add(ShownReply reply)
    {
        TaskCompletionSource signal;
        lock (world.Gate)
        {
            reply = reply with { Ts = world.Timestamps.Next() };
            _replies.Add(reply);
            signal = _grown;
            _grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        signal.SetResult();
        return reply;
    }

    /// <summary>The first match.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public async Task<ShownReply> WaitForAsync(Func<ShownReply, bool> fits, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        while (true)
        {
            Task signal;
            lock (world.Gate)
            {
                if (_replies.Find(reply => fits(reply)) is { } found)
                {
                    return found;
                }

                signal = _grown.Task;
            }

            try
            {
                await signal.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"No such reply was shown within {deadline.TotalSeconds} s; shown were {All.Count}.");
            }
        }
    }
}

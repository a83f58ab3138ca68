using System.Collections.Concurrent;
using Bot.Chat.Platforms;
using Bot.Slack.Setup;

namespace Bot.Slack.Sending;

/// <summary>
/// Keeps to Slack's pace: about one message a second for a channel, several hundred a minute for a workspace
/// (https://docs.slack.dev/reference/methods/chat.postMessage); edits, deletions and look-ups by their methods' calls per minute. A
/// channel's interval starts with the answer to its last message: Slack had accepted that one by then, so no delay on the way can bring
/// two closer together.
/// </summary>
public sealed class SlackPacer(SlackOptions options, TimeProvider time) : ISendPacer
{
    /// <summary>Tier 3 is "50+ a minute", bursts "tolerated" (https://docs.slack.dev/apis/web-api/rate-limits): the safe rule.</summary>
    private static readonly TimeSpan MethodInterval = TimeSpan.FromSeconds(1.25);

    private const int MethodBurst = 10;

    private readonly ConcurrentDictionary<string, ChannelTurns> _channels = new();
    private readonly ConcurrentDictionary<string, Pace> _workspaces = new();
    private readonly ConcurrentDictionary<(string Workspace, SendCall Call), Pace> _methods = new();

    public PlatformId Platform => PlatformId.Slack;

    public async ValueTask<IDisposable> WaitAsync(string token, SendRequest request, SendCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var workspace = request.Channel.Workspace;
        if (call != SendCall.Send)
        {
            var method = _methods.GetOrAdd((workspace, call), _ => new Pace(MethodInterval, MethodBurst));
            await DelayAsync(method.Reserve(Now(time)), cancellationToken);
            return SendTurn.Free;
        }

        var channel = _channels.GetOrAdd(
            $"{workspace}/{request.Channel.Channel}",
            _ => new ChannelTurns(new Pace(options.ChannelInterval, options.ChannelBurst), time)
        );
        var turn = await channel.TakeAsync(cancellationToken);
        try
        {
            // After the channel's pace, so that a waiting channel does not use up the workspace's capacity.
            if (options.WorkspacePerMinute > 0)
            {
                var pace = _workspaces.GetOrAdd(
                    workspace,
                    _ => new Pace(TimeSpan.FromMinutes(1) / options.WorkspacePerMinute, Math.Max(1, options.WorkspacePerMinute / 20))
                );
                await DelayAsync(pace.Reserve(Now(time)), cancellationToken);
            }

            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Monotonic: setting the clock must neither stall nor flood a channel.</summary>
    private static TimeSpan Now(TimeProvider time) => time.GetElapsedTime(0, time.GetTimestamp());

    private Task DelayAsync(TimeSpan until, CancellationToken cancellationToken)
    {
        var wait = until - Now(time);
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>An even pace with bursts: a bucket that refills (GCRA). Thread-safe.</summary>
    private sealed class Pace(TimeSpan interval, int burst)
    {
        private readonly Lock _gate = new();
        private TimeSpan _full;

        /// <summary>When the next one may be sent; reserves that slot.</summary>
        public TimeSpan Reserve(TimeSpan now)
        {
            lock (_gate)
            {
                var at = Free(now);
                Count(at);
                return at;
            }
        }

        /// <summary>When the next one may be sent.</summary>
        public TimeSpan Free(TimeSpan now) => _full - (interval * (burst - 1)) is var free && free > now ? free : now;

        /// <summary>Records that one was sent.</summary>
        public void Count(TimeSpan at) => _full = (_full > at ? _full : at) + interval;
    }

    /// <summary>One message at a time per channel, in the order requested, each when the pace allows.</summary>
    private sealed class ChannelTurns(Pace pace, TimeProvider time)
    {
        // Completes with the turn requested last.
        private Task _last = Task.CompletedTask;

        public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
        {
            var turn = new Turn(pace, time);
            var before = Interlocked.Exchange(ref _last, turn.Ended);
            try
            {
                await before.WaitAsync(cancellationToken);
                while (pace.Free(Now(time)) - Now(time) is var wait && wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, time, cancellationToken);
                }

                return turn;
            }
            catch
            {
                // Those behind this one wait for its predecessor instead.
                turn.PassOn(before);
                throw;
            }
        }
    }

    private sealed class Turn(Pace pace, TimeProvider time) : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _isOver;

        public Task Ended => _ended.Task;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                pace.Count(Now(time));
                _ended.SetResult();
            }
        }

        public void PassOn(Task before)
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                _ = before.ContinueWith(_ => _ended.SetResult(), TaskScheduler.Default);
            }
        }
    }
}

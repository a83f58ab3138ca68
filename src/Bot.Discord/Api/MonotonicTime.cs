namespace Bot.Discord.Api;

/// <summary>Monotonic time for limits: setting the clock back must not close a channel for hours.</summary>
internal sealed class MonotonicTime(TimeProvider time)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly long _start = time.GetTimestamp();

    public TimeProvider Provider => time;

    /// <summary>Time since this object was created.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Waits at least this long; a timer may fire slightly early.</summary>
    public async Task WaitUntilAsync(TimeSpan until, CancellationToken cancellationToken)
    {
        while (until - Now is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait < Tick ? Tick : wait, time, cancellationToken);
        }
    }
}

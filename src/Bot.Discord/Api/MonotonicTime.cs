namespace Bot.Discord.Api;

/// <summary>Time that only runs forward, for limits: a clock that is set back must not close a channel for hours.</summary>
internal sealed class MonotonicTime(TimeProvider time)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly long _start = time.GetTimestamp();

    public TimeProvider Provider => time;

    /// <summary>Since this object was made.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Waits at least so long; a timer may fire a moment early.</summary>
    public async Task WaitUntilAsync(TimeSpan until, CancellationToken cancellationToken)
    {
        while (until - Now is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait < Tick ? Tick : wait, time, cancellationToken);
        }
    }
}

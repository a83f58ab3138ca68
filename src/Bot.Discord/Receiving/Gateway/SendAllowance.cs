namespace Bot.Discord.Receiving.Gateway;

/// <summary>
/// How much may be sent over one connection: 120 events in 60 seconds, or Discord closes it.
/// https://discord.com/developers/docs/events/gateway#rate-limiting
/// </summary>
internal sealed class SendAllowance(TimeProvider time)
{
    /// <summary>Below the limit, because Discord's clock is not ours.</summary>
    public const int Most = 110;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Queue<long> _sent = new();

    /// <summary>False if it would be too much. Not thread-safe.</summary>
    public bool TryTake()
    {
        while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
        {
            _sent.Dequeue();
        }

        if (_sent.Count >= Most)
        {
            return false;
        }

        _sent.Enqueue(time.GetTimestamp());
        return true;
    }
}

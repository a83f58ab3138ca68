using Bot.Chat;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>
/// How long to wait before the next connection: longer after each failure, and random, so that a platform that comes back is not overrun.
/// </summary>
internal sealed class ReconnectWaits(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Backoff _waits = Backoff.Doubling(First, Longest).Spread(random, 0.5, 1);
    private int _failures;

    /// <summary>A session began or was resumed: the next loss counts as the first again.</summary>
    public void Succeeded() => _failures = 0;

    /// <summary>Between half and all of a time that doubles.</summary>
    public TimeSpan Next() => _waits.After(++_failures);
}

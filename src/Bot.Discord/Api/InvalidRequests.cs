namespace Bot.Discord.Api;

/// <summary>
/// Counts what Discord calls invalid requests: after 10,000 within ten minutes it bans the address. At a hundredth of that, the bot stops
/// sending. https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
/// </summary>
internal sealed class InvalidRequests(MonotonicTime time)
{
    public const int Most = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<TimeSpan> _seen = new();

    /// <param name="scope">Scope of a 429: one for a limit shared with others does not count.</param>
    public void Note(int status, string? scope)
    {
        if (status is not (401 or 403 or 429) || (status == 429 && scope == "shared"))
        {
            return;
        }

        lock (_gate)
        {
            _seen.Enqueue(time.Now);
        }
    }

    /// <summary>The wait until the next call may leave; zero: now.</summary>
    public TimeSpan Wait()
    {
        lock (_gate)
        {
            var now = time.Now;
            while (_seen.TryPeek(out var oldest) && now - oldest >= Window)
            {
                _seen.Dequeue();
            }

            return _seen.Count < Most ? TimeSpan.Zero : _seen.Peek() + Window - now;
        }
    }
}

namespace Bot.Emulators.Discord.Limits;

/// <summary>
/// Counts 401, 403 and 429 responses (except shared scope) in ten minutes: at ten thousand, an address is banned for a
/// while.
/// </summary>
/// <remarks>https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans</remarks>
public sealed class InvalidRequests(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _seen = [];

    public int BanAt { get; set; } = 10_000;

    public bool IsBanned => Count >= BanAt;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                var now = time.GetUtcNow();
                while (_seen.TryPeek(out var oldest) && now - oldest >= Window)
                {
                    _seen.Dequeue();
                }

                return _seen.Count;
            }
        }
    }

    /// <param name="scope">Scope of a 429.</param>
    public void Note(int status, string? scope)
    {
        if (status is 401 or 403 || status == 429 && scope != "shared")
        {
            lock (_gate)
            {
                _seen.Enqueue(time.GetUtcNow());
            }
        }
    }
}

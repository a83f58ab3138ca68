using System.Globalization;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;

namespace Bot.Discord.Receiving.Gateway;

/// <summary>
/// How often a session may begin. Discord allows 1,000 in 24 hours and then resets the bot's token, so the bot allows itself far fewer,
/// and remembers them across restarts: a process that dies right after its start must not use them up.
/// https://discord.com/developers/docs/events/gateway#session-start-limit-object
/// </summary>
internal sealed class IdentifyBudget(IPlatformState state, TimeProvider time)
{
    public const int MostInDay = 300;
    public const int MostInTenMinutes = 10;
    public const string Key = "gateway-identifies";

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(10);

    /// <summary>One per five seconds for each shard group. https://discord.com/developers/docs/events/gateway#rate-limiting</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait before the next one; zero: now.</summary>
    public async Task<TimeSpan> WaitAsync(CancellationToken cancellationToken) =>
        WaitFor(await ReadAsync(cancellationToken), time.GetUtcNow());

    /// <summary>Records one, before it is sent.</summary>
    public async Task SpendAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kept = (await ReadAsync(cancellationToken)).Append(now).Where(at => now - at < Day).TakeLast(MostInDay);
        await state.WriteAsync(
            PlatformId.Discord,
            Key,
            string.Join(',', kept.Select(at => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))),
            cancellationToken
        );
    }

    /// <param name="earlier">Oldest first. Times in the future, as after a clock was set back, count as now.</param>
    internal static TimeSpan WaitFor(IReadOnlyList<DateTimeOffset> earlier, DateTimeOffset now)
    {
        var times = earlier.Select(at => at < now ? at : now).ToList();
        var until = new[] { Until(Day, MostInDay), Until(Short, MostInTenMinutes), Until(Apart, 1) }.Max();
        return until > now ? until - now : TimeSpan.Zero;

        DateTimeOffset Until(TimeSpan window, int most)
        {
            var within = times.Where(at => now - at < window).ToList();
            return within.Count < most ? now : within[^most] + window;
        }
    }

    private async Task<IReadOnlyList<DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        var text = await state.ReadAsync(PlatformId.Discord, Key, cancellationToken) ?? "";
        return
        [
            .. text.Split(',')
                .Select(at =>
                    long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 1L << 36 ? seconds : -1
                )
                .Where(seconds => seconds >= 0)
                .Select(DateTimeOffset.FromUnixTimeSeconds),
        ];
    }
}

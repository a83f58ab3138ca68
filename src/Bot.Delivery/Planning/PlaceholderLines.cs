using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Posts;

namespace Bot.Delivery.Planning;

/// <summary>What the line in a late briefing's place says, frozen. Pure.</summary>
/// <param name="series">As configured; any other goes by its key, in UTC.</param>
public sealed class PlaceholderLines(IReadOnlyList<Series> series)
{
    /// <param name="until">How long the briefing is waited for.</param>
    public Payload NotYet(IPlatform platform, BriefingKey key, DateTimeOffset until, Locale locale) =>
        Freeze(platform, Of(key, until, locale).NotYet());

    /// <param name="until">How long the briefing was waited for.</param>
    public Payload Never(IPlatform platform, BriefingKey key, DateTimeOffset until, Locale locale) =>
        Freeze(platform, Of(key, until, locale).Never());

    /// <summary>Null if it is not configured.</summary>
    internal Series? SeriesOf(string key) => series.FirstOrDefault(one => one.Key == key);

    internal TimeZoneInfo ZoneOf(string key) => SeriesOf(key)?.Zone ?? TimeZoneInfo.Utc;

    private LateBriefing Of(BriefingKey key, DateTimeOffset until, Locale locale) =>
        new(SeriesOf(key.Series)?.Name ?? key.Series, key.Date, until, ZoneOf(key.Series), locale);

    private static Payload Freeze(IPlatform platform, Message message) => PostPlan.Freeze(platform.Id, platform.Render(message)[0]);
}

using Bot.Testing.Briefings;

namespace Bot.Tests.Infrastructure;

/// <summary>Documents for tests of the way in.</summary>
internal static class Markdown
{
    public static string Of(DateOnly date, string headline = "港の荷役を学ぶ機械") =>
        new FixtureBriefing { Date = date, Headline = headline }.ToMarkdown();

    /// <summary>A briefing of today in Tokyo, so that no date rule holds it.</summary>
    public static string OfToday(string headline = "港の荷役を学ぶ機械") =>
        Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Tokyo").DateTime), headline);
}

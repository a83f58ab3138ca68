using System.Globalization;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Planning;

/// <summary>A bench whose subscriptions have a schedule, and times as a clock in Tokyo shows them.</summary>
internal static class ScheduledBench
{
    public const string ThreadLines = "root: news\nstartups: one";

    public static readonly Series[] InTokyo = [new(Bench.Series, "US AI", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"))];

    public static async Task<Bench> ScheduledAsync(TestDatabase database, string? schedule, int channels = 1)
    {
        var bench = new Bench(database, series: InTokyo);
        await bench.SubscribeAsync(channels);
        await bench.ScheduleAsync(schedule);
        return bench;
    }

    public static async Task StoreAndPlanAsync(Bench bench, DateOnly day)
    {
        await bench.StoreAsync(ThreadLines, day: day);
        await bench.PlanAsync(day: day);
    }

    public static async Task<List<string>> RootsAsync(Bench bench)
    {
        var posts = await bench.PostsAsync();
        return
        [
            .. (await bench.DeliveriesAsync())
                .OrderBy(delivery => delivery.Date)
                .Select(delivery =>
                    $"{delivery.Date:yyyy-MM-dd} {posts.Single(post => post.DeliveryId == delivery.Id && post is { Section: PostKey.Root, Kind: PostKind.Original }).State}"
                ),
        ];
    }

    public static DateTimeOffset Tokyos(string local) =>
        DateTimeOffset.Parse(local + "+09:00", CultureInfo.InvariantCulture).ToUniversalTime();
}

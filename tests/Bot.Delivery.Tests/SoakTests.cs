using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Tests.Fakes;
using Bot.Testing;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests;

/// <summary>
/// Days in accelerated time on three platforms, with one request in twenty going wrong, briefings that come early, late, corrected or not at
/// all, and processes that are replaced. With BOT_EFFORT=full 400 days over 20 channels a platform.
/// </summary>
public sealed class SoakTests
{
    private const int Seed = 20260106;

    private static readonly DateTimeOffset Start = new(2026, 1, 6, 0, 0, 0, TimeSpan.Zero);
    private static readonly Series[] Utc = [new(Bench.Series, "US AI", TimeZoneInfo.Utc)];
    private static readonly string?[] Schedules = [null, """{"at":"08:00"}""", """{"at":"08:00","late":"tell","tellAfter":20}"""];

    [Theory, BothDatabases]
    public async Task Whatever_happens_every_channel_has_every_day_once_and_right(TestDatabase database)
    {
        var (days, channels) = Effort.IsFull ? (400, 20) : (3, 3);
        FakePlatform[] platforms = [new("slack"), new("discord"), new("web")];
        var chance = new Random(Seed);
        foreach (var platform in platforms)
        {
            platform.OnSend = (_, _) => Fault(chance);
            platform.OnEdit = _ => Fault(chance);
        }

        var bench = new Bench(database, series: Utc, others: platforms);
        try
        {
            await SubscribeAsync(bench, platforms, channels);
            for (var day = 0; day < days; day++)
            {
                bench = await LiveAsync(bench, platforms, day, chance);
            }
        }
        finally
        {
            await bench.DisposeAsync();
        }
    }

    private static async Task<Bench> LiveAsync(Bench bench, FakePlatform[] platforms, int number, Random chance)
    {
        var day = Start.AddDays(number);
        var date = DateOnly.FromDateTime(day.DateTime);
        var arrives = chance.Next(10) == 0 ? (TimeSpan?)null : TimeSpan.FromMinutes(chance.Next(7 * 60, 10 * 60));
        var corrected = chance.Next(3) == 0 ? arrives + TimeSpan.FromMinutes(chance.Next(1, 90)) : null;
        var revision = 0;
        for (var at = TimeSpan.FromHours(7); at <= TimeSpan.FromHours(12); at += TimeSpan.FromMinutes(20))
        {
            bench.Time.SetUtcNow(day + at);
            if (chance.Next(20) == 0)
            {
                var former = bench;
                bench = new Bench(former.Database, like: former, series: Utc, others: platforms);
                await former.DisposeAsync();
            }

            if ((revision == 0 && arrives <= at) || (revision == 1 && corrected <= at))
            {
                revision++;
                await bench.StoreAsync(TextOf(date, revision), day: date);
                await bench.PlanAsync(day: date);
            }

            await bench.SweepAsync();
            foreach (var platform in platforms)
            {
                await bench.SendAllAsync(platform);
            }
        }

        for (var rest = 1; rest <= 6; rest++)
        {
            bench.Time.SetUtcNow(day + TimeSpan.FromHours(12) + TimeSpan.FromMinutes(rest * 30));
            await bench.SweepAsync();
            foreach (var platform in platforms)
            {
                await bench.SendAllAsync(platform);
            }
        }

        await JudgeAsync(bench, platforms, date, revision);
        return bench;
    }

    private static async Task JudgeAsync(Bench bench, FakePlatform[] platforms, DateOnly date, int revision)
    {
        await using var context = bench.Database.CreateContext();
        var deliveries = await context
            .Deliveries.AsNoTracking()
            .Include(row => row.Posts)
            .Where(row => row.Date == date)
            .ToListAsync(TestContext.Current.CancellationToken);
        var told = Schedules[^1];
        var subscriptions = await context.Subscriptions.CountAsync(
            row => revision > 0 || row.Schedule == told,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(subscriptions, deliveries.Count);
        var logs = platforms.ToDictionary(
            platform => platform.Id.Value,
            // Fails where a key is there twice.
            platform => platform.Log.ToDictionary(message => message.Key)
        );

        foreach (var delivery in deliveries)
        {
            Assert.Equal(DeliveryState.Done, delivery.State);
            var shown = delivery
                .Posts.Where(post => post.State == PostState.Sent && post.Kind is PostKind.Original or PostKind.Append)
                .OrderBy(post => post.Section == PostKey.Root ? 0 : 1)
                .ThenBy(post => post.Ordinal)
                .Select(post => logs[delivery.Platform][post.Key])
                .ToList();
            var expected = TextOf(date, revision).Split('\n').Select(line => $"<p>{line.Split(": ")[1]}</p>").ToList();
            Assert.True(
                revision == 0
                    ? shown.Count == 1
                    : shown.Take(3).Select(message => message.Payload).SequenceEqual(expected)
                        && shown.Skip(3).All(message => message.IsAnnouncement),
                $"{date:o} {delivery.Platform} {delivery.Channel}: {string.Join(" | ", shown.Select(message => message.Payload))}"
            );
            Assert.All(shown.Skip(1), message => Assert.Equal(delivery.ThreadId, message.Thread));
        }
    }

    private static string TextOf(DateOnly date, int revision) =>
        FormattableString.Invariant($"root: day {date:o} {revision}\nstartups: one {revision}\noutlook: two");

    private static Reaction Fault(Random chance)
    {
        lock (chance)
        {
            return chance.Next(80) switch
            {
                0 => Reaction.Lose,
                1 => Reaction.AcceptAndLose,
                2 => Reaction.Wait(TimeSpan.FromSeconds(30)),
                3 => Reaction.Wait(null, RetryScope.Token),
                _ => Reaction.Accept,
            };
        }
    }

    private static async Task SubscribeAsync(Bench bench, FakePlatform[] platforms, int channels)
    {
        await using var context = bench.Database.CreateContext();
        foreach (var platform in platforms)
        {
            context.AddRange(
                Enumerable
                    .Range(0, channels)
                    .Select(number => new Subscription
                    {
                        Platform = platform.Id.Value,
                        Workspace = "W",
                        Channel = $"C{number}",
                        Series = Bench.Series,
                        Schedule = Schedules[number % Schedules.Length],
                        CreatedAt = Start.AddDays(-1),
                    })
            );
        }

        await context.SaveChangesAsync();
    }
}

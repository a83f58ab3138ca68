using Bot.Archive.Entities;
using Bot.Delivery.Ledger;
using Bot.Testing.Databases;

namespace Bot.Delivery.Tests.Ledger;

public sealed class LedgerReadingsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_is_open_is_counted_and_what_has_ended_is_not(TestDatabase database)
    {
        var now = database.Clock.GetUtcNow();
        await using (var context = database.CreateContext())
        {
            context.AddRange(
                new Pause
                {
                    Scope = "token:slack:T1",
                    Reason = "token-refused",
                    Since = now,
                },
                new Pause
                {
                    Scope = "channel:slack:T1/C1",
                    Reason = "channel-locked",
                    Since = now,
                },
                Alert("token:slack:T1", "token-refused", null),
                Alert("channel:slack:T1/C1", "channel-locked", now),
                Briefing("us-ai", 5, now.AddHours(-30)),
                Briefing("us-ai", 6, now.AddHours(-6)),
                Briefing("us-ai", 7, now, isHeld: true),
                Briefing("robots", 4, now.AddHours(-50))
            );
            await context.SaveChangesAsync(Cancel);
        }

        var reading = await new LedgerReadings(database.Contexts).ReadAsync(now, Cancel);

        Assert.Null(reading.OldestDue);
        Assert.Equal(["parked", "planned", "sending", "uncertain"], reading.Waiting.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            (0, 1, 0, 1),
            (reading.Paused["all"], reading.Paused["token"], reading.Paused["workspace"], reading.Paused["channel"])
        );
        Assert.Equal(new Dictionary<string, int> { ["token-refused"] = 1 }, reading.Alerts);
        Assert.Equal(now.AddHours(-6), reading.Newest["us-ai"]);
        Assert.Equal(now.AddHours(-50), reading.Newest["robots"]);
    }

    private static StoredAlert Alert(string subject, string reason, DateTimeOffset? resolved) =>
        new()
        {
            Subject = subject,
            Reason = reason,
            ResolvedAt = resolved,
        };

    private static StoredBriefing Briefing(string series, int day, DateTimeOffset received, bool isHeld = false) =>
        new()
        {
            Series = series,
            Date = new DateOnly(2026, 1, day),
            Revision = 1,
            ReceivedAt = received,
            RevisedAt = received,
            IsHeld = isHeld,
        };
}

using Bot.Archive.Installations;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Archive.Tests.Installations;

public sealed class InboxStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Of_many_arrivals_of_one_request_one_is_taken(TestDatabase database)
    {
        await using var one = new Process(database);
        await using var two = new Process(database);

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(number =>
                    Task.Run(() => (number % 2 == 0 ? one : two).Get<InboxStore>().TryAcceptAsync(PlatformId.Slack, "Ev1", Cancel))
                )
        );

        Assert.Single(taken, accepted => accepted);
        Assert.True(await one.Get<InboxStore>().TryAcceptAsync(PlatformId.Discord, "Ev1", Cancel));
        Assert.True(await one.Get<InboxStore>().TryAcceptAsync(PlatformId.Slack, "Ev2", Cancel));
    }

    [Theory, BothDatabases]
    public async Task What_is_older_than_two_days_is_forgotten_and_nothing_else(TestDatabase database)
    {
        await using var process = new Process(database);
        var inbox = process.Get<InboxStore>();
        for (var number = 0; number < 7; number++)
        {
            await inbox.TryAcceptAsync(PlatformId.Slack, $"old {number}", Cancel);
        }

        database.Clock.Now += InboxStore.Retention;
        await inbox.TryAcceptAsync(PlatformId.Slack, "young", Cancel);
        Assert.Equal(0, await inbox.PruneAsync(batch: 3, Cancel));
        database.Clock.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(7, await inbox.PruneAsync(batch: 3, Cancel));

        await using var context = database.CreateContext();
        Assert.Equal(["young"], await context.Inbox.Select(entry => entry.Request).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_request_without_an_id_or_with_an_endless_one_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var process = new Process(database);

        await Assert.ThrowsAsync<ArgumentException>(() => process.Get<InboxStore>().TryAcceptAsync(PlatformId.Slack, "", Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            process.Get<InboxStore>().TryAcceptAsync(PlatformId.Slack, new string('x', 201), Cancel)
        );
    }
}

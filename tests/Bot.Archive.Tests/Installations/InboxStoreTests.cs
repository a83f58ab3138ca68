using Bot.Archive.Installations;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;

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

using Bot.Archive.Setup;
using Bot.Chat.Installations;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;

namespace Bot.Archive.Tests.Installations;

public sealed class PlatformStateStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_last_value_written_is_read_by_every_process(TestDatabase database)
    {
        await using var one = new Process(database);
        await using var two = new Process(database);
        var (mine, theirs) = (one.Get<IPlatformState>(), two.Get<IPlatformState>());

        Assert.Null(await theirs.ReadAsync(PlatformId.Discord, "session", Cancel));
        await mine.WriteAsync(PlatformId.Discord, "session", "first", Cancel);
        await mine.WriteAsync(PlatformId.Discord, "session", "second", Cancel);

        Assert.Equal("second", await theirs.ReadAsync(PlatformId.Discord, "session", Cancel));
        Assert.Null(await theirs.ReadAsync(PlatformId.Slack, "session", Cancel));
        await theirs.WriteAsync(PlatformId.Discord, "session", null, Cancel);
        Assert.Null(await mine.ReadAsync(PlatformId.Discord, "session", Cancel));
    }

    [Theory, BothDatabases]
    public async Task Many_writers_at_once_leave_one_of_their_values(TestDatabase database)
    {
        await using var process = new Process(database);
        var state = process.Get<IPlatformState>();

        await Task.WhenAll(
            Enumerable.Range(0, 12).Select(number => Task.Run(() => state.WriteAsync(PlatformId.Slack, "k", $"v{number}", Cancel)))
        );

        Assert.Matches("^v[0-9]+$", await state.ReadAsync(PlatformId.Slack, "k", Cancel));
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var process = new Process(database);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            process.Get<IPlatformState>().WriteAsync(PlatformId.Slack, new string('k', 101), "v", Cancel)
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            process.Get<IPlatformState>().WriteAsync(PlatformId.Slack, "k", new string('v', 16385), Cancel)
        );
    }
}

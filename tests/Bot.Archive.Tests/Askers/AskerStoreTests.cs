using Bot.Archive.Askers;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Archive.Tests.Askers;

public sealed class AskerStoreTests
{
    private static readonly CommandCall Call = new("catchup", "", Locale.Japanese)
    {
        Platform = PlatformId.Slack,
        Workspace = "T1",
        User = "U1",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_last_answer_is_known_at_once_and_to_other_processes_when_written(TestDatabase database)
    {
        await using var one = Store(database);
        await using var two = Store(database);
        var asked = database.Clock.GetUtcNow();

        one.Answered(Call, asked);
        one.Answered(Call with { User = "" }, asked);

        Assert.Equal(asked, await one.LastAnsweredAsync(Call, Cancel));
        Assert.Null(await two.LastAnsweredAsync(Call, Cancel));
        await one.WriteAsync();
        Assert.Equal(asked, await two.LastAnsweredAsync(Call, Cancel));
        Assert.Equal(asked, await one.LastAnsweredAsync(Call, Cancel));
        Assert.Null(await two.LastAnsweredAsync(Call with { User = "U2" }, Cancel));
        Assert.Null(await two.LastAnsweredAsync(Call with { Workspace = "T2" }, Cancel));
        Assert.Null(await two.LastAnsweredAsync(Call with { Platform = PlatformId.Discord }, Cancel));
        Assert.Null(await two.LastAnsweredAsync(Call with { User = "" }, Cancel));
    }

    [Theory, BothDatabases]
    public async Task An_earlier_note_never_takes_the_place_of_a_later_one(TestDatabase database)
    {
        await using var one = Store(database);
        await using var two = Store(database);
        var asked = database.Clock.GetUtcNow();

        one.Answered(Call, asked);
        one.Answered(Call, asked - TimeSpan.FromMinutes(1));
        two.Answered(Call, asked - TimeSpan.FromHours(1));
        await one.WriteAsync();
        await two.WriteAsync();

        Assert.Equal(asked, await two.LastAnsweredAsync(Call, Cancel));
    }

    [Theory, BothDatabases]
    public async Task Many_notes_are_written_together_also_at_the_end(TestDatabase database)
    {
        var asked = database.Clock.GetUtcNow();
        await using (var store = Store(database))
        {
            for (var number = 0; number < 450; number++)
            {
                store.Answered(Call with { User = $"U{number}" }, asked);
            }
        }

        await using var context = database.CreateContext();
        Assert.Equal(450, await context.Askers.CountAsync(row => row.AnsweredAt == asked, Cancel));
    }

    private static AskerStore Store(TestDatabase database) => new(database.Contexts, database.Clock, NullLogger<AskerStore>.Instance);
}

using Bot.Archive.Entities;
using Bot.Delivery.Ledger;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Tests.Ledger;

public class LedgerWriterTests
{
    [Theory, BothDatabases]
    public async Task Writes_at_the_same_moment_are_all_done_and_a_bad_one_fails_alone(TestDatabase database)
    {
        await using var writer = new LedgerWriter(database.Contexts);

        var writes = Enumerable
            .Range(0, 200)
            .Select(number =>
                Task.Run(() =>
                    writer.WriteAsync(context =>
                        number == 77
                            ? context.Database.ExecuteSqlRawAsync("INSERT INTO no_such_table VALUES (1)")
                            : context.Database.ExecuteSqlRawAsync(
                                """INSERT INTO pauses ("Scope", "Reason", "Detail", "Since") VALUES ({0}, 'r', '', 0)""",
                                $"token:{number}"
                            )
                    )
                )
            )
            .ToList();

        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.Equal([77], Enumerable.Range(0, 200).Where(number => writes[number].IsFaulted));
        await using var context = database.CreateContext();
        Assert.Equal(199, await context.Pauses.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, BothDatabases]
    public async Task A_write_that_throws_half_way_leaves_nothing(TestDatabase database)
    {
        await using var writer = new LedgerWriter(database.Contexts);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            writer.WriteAsync<int>(async context =>
            {
                context.Add(new Pause { Scope = "all", Reason = "r" });
                await context.SaveChangesAsync();
                throw new InvalidOperationException("half way");
            })
        );

        await using var context = database.CreateContext();
        Assert.Empty(await context.Pauses.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(7, await writer.WriteAsync(_ => Task.FromResult(7)));
    }
}

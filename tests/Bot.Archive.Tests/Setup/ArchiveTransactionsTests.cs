using Bot.Archive.Setup;
using Bot.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bot.Archive.Tests.Setup;

public sealed class ArchiveTransactionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_transient_failure_runs_the_whole_work_again_in_a_new_transaction(TestDatabase database)
    {
        var attempts = 0;
        await database
            .Services.GetRequiredService<ArchiveTransactions>()
            .RunAsync(
                async (context, token) =>
                {
                    context.Audit.Add(
                        new()
                        {
                            Actor = "cli",
                            Action = "x",
                            Target = "t",
                        }
                    );
                    await context.SaveChangesAsync(token);
                    return ++attempts < 3 ? throw new NpgsqlException("Injected.", new IOException()) : 0;
                },
                Cancel
            );

        await using var reading = database.CreateContext();
        Assert.Equal((3, 1), (attempts, await reading.Audit.CountAsync(Cancel)));
    }

    [Theory, BothDatabases]
    public async Task A_unique_violation_is_tried_again_and_after_five_attempts_thrown(TestDatabase database)
    {
        var attempts = 0;
        Task<int> RunAsync() =>
            database
                .Services.GetRequiredService<ArchiveTransactions>()
                .RunAsync(
                    async (context, token) =>
                    {
                        attempts++;
                        context.Leases.Add(new() { Token = "web", Owner = "me" });
                        return await context.SaveChangesAsync(token);
                    },
                    Cancel
                );
        await RunAsync();
        attempts = 0;

        var thrown = await Assert.ThrowsAsync<DbUpdateException>(RunAsync);

        Assert.True(DatabaseErrors.IsUniqueViolation(thrown));
        Assert.Equal(5, attempts);
    }

    [Theory, BothDatabases]
    public async Task An_error_of_the_work_itself_is_not_tried_again(TestDatabase database)
    {
        var attempts = 0;

        await Assert.ThrowsAsync<FormatException>(() =>
            database
                .Services.GetRequiredService<ArchiveTransactions>()
                .RunAsync<int>((_, _) => throw new FormatException($"{++attempts}"), Cancel)
        );

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task D1_a_writer_waits_while_another_holds_the_SQLite_file()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var other = new SqliteConnection(database.Options.ConnectionString);
        await other.OpenAsync(Cancel);
        var held = other.BeginTransaction();

        var saving = Task.Run(
            () =>
                database
                    .Services.GetRequiredService<ArchiveTransactions>()
                    .RunAsync(
                        async (context, token) =>
                        {
                            context.Audit.Add(
                                new()
                                {
                                    Actor = "cli",
                                    Action = "x",
                                    Target = "t",
                                }
                            );
                            return await context.SaveChangesAsync(token);
                        },
                        Cancel
                    ),
            Cancel
        );
        await Assert.ThrowsAsync<TimeoutException>(() => saving.WaitAsync(TimeSpan.FromMilliseconds(200), Cancel));
        await held.RollbackAsync(Cancel);

        Assert.Equal(1, await saving.WaitAsync(TimeSpan.FromMinutes(3), Cancel));
    }
}

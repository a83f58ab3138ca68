using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Chat.Platforms;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Crashes;
using Bot.Faults.Tests.Staging;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows D11 to D13 and G2: a database that is old, new, incomplete, or missing.</summary>
public sealed class DatabaseFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    [Trait("Fault", "D11")]
    public async Task D11_A_ledger_restored_from_before_the_sends_is_checked_against_the_platform_first(TestDatabase database)
    {
        await using var stage = await Stage.SetAsync(database);
        await stage.PlanAsync("c1");
        await stage.PlanAsync("c2");
        var first = await stage.StartAsync();
        await stage.UntilDoneAsync();
        await first.StopAsync();

        // The backup was made when two threads were planned and nothing was sent; the third came after it.
        await RestoreAsync(stage);
        await stage.PlanAsync("c3");
        stage.Options.VerifyBeforeSending = true;
        await stage.StartAsync();
        var deliveries = await stage.UntilDoneAsync(3);

        Assert.Equal(12, stage.Count(LogKind.Accepted, "send"));
        Assert.Equal(8, deliveries.Sum(delivery => delivery.Posts.Count(post => post.Reason == Reasons.Found)));
    }

    [Theory, BothDatabases]
    [Trait("Fault", "D12")]
    public async Task D12_Two_migrators_at_once_make_one_schema(TestDatabase database)
    {
        await using (var context = database.CreateContext())
        {
            await context.Database.EnsureDeletedAsync(Cancellation);
        }

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => database.Open().GetRequiredService<ArchiveMigrator>().MigrateAsync(Cancellation))
        );

        await using var after = database.CreateContext();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync(Cancellation));
        Assert.Equal(0, await after.Posts.CountAsync(Cancellation));
        await database.DisposeAsync();
    }

    [Theory]
    [Trait("Fault", "D12")]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task D12_A_first_start_that_was_killed_while_migrating_is_made_up_for_by_the_next(DatabaseProvider provider)
    {
        await using var stage = await CrashStage.SetAsync(provider);
        await using (var context = stage.Context())
        {
            await context.Database.EnsureDeletedAsync(Cancellation);
        }

        var random = new Random(Share.Seed);
        for (var kill = 0; kill < 3; kill++)
        {
            var child = stage.Launch();
            // The instant is random: somewhere in the start, most of which is migration.
            await Task.WhenAny(child.AddressAsync(), Task.Delay(random.Next(700, 1500), Cancellation));
            await child.KillAsync();
        }

        var last = stage.Launch();
        await last.AddressAsync();
        await using var after = stage.Context();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync(Cancellation));
    }

    [Theory]
    [Trait("Fault", "D12")]
    [Trait("Fault", "G2")]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task G2_D12_An_older_bot_refuses_a_newer_schema_and_sends_nothing(DatabaseProvider provider)
    {
        await using var stage = await CrashStage.SetAsync(provider);
        await stage.IngestAsync(Stage.Briefing(new DateOnly(2026, 1, 6)));
        await using (var context = stage.Context())
        {
            await context.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231235959_FromTheFuture', '99.0.0')""",
                Cancellation
            );
        }

        var old = stage.Launch();

        Assert.Equal(1, await old.ExitAsync());
        Assert.Contains("29991231235959_FromTheFuture", old.Transcript, StringComparison.Ordinal);
        Assert.Empty(stage.Chat.Log.All);
    }

    [Fact]
    [Trait("Fault", "D13")]
    public async Task D13_A_corrupt_file_stops_the_start_says_so_and_is_left_alone()
    {
        await using var stage = await CrashStage.SetAsync(DatabaseProvider.Sqlite);
        var file = stage.Database.Options.SqliteFile()!;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var garbage = Enumerable.Range(0, 64 * 1024).Select(index => (byte)(index * 31)).ToArray();
        foreach (var beside in new[] { "-wal", "-shm" })
        {
            File.Delete(file + beside);
        }

        await File.WriteAllBytesAsync(file, garbage, Cancellation);

        var child = stage.Launch();

        Assert.Equal(1, await child.ExitAsync());
        Assert.Contains(Path.GetFileName(file), child.Transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", child.Transcript, StringComparison.Ordinal);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(file, Cancellation));
        Assert.Empty(stage.Chat.Log.All);
    }

    [Fact]
    [Trait("Fault", "D15")]
    public async Task D15_What_is_due_is_found_by_index_in_a_ledger_that_grew_for_years()
    {
        await using var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        await using var context = stage.Context();
        var now = stage.Clock.GetUtcNow();
        var actor = await stage.StartAsync();
        await actor.StopAsync();
        var queries = new QueryPlans(context);

        // The ledger's recurring queries, in the same form.
        await queries.AssertByIndexAsync(context.Posts.Where(row => row.State == PostState.Planned && row.ExpiresAt <= now));
        await queries.AssertByIndexAsync(
            context.Deliveries.Where(row =>
                row.Token == "test" && row.State == DeliveryState.Open && row.Workspace == "T1" && row.NextAt <= now
            )
        );
        await queries.AssertByIndexAsync(
            context.Deliveries.Where(row => row.State == DeliveryState.Open).Select(row => row.Token).Distinct()
        );
    }

    private static async Task RestoreAsync(Stage stage)
    {
        await using var context = stage.Context();
        await context.Posts.ExecuteUpdateAsync(
            set =>
                set.SetProperty(post => post.State, PostState.Planned)
                    .SetProperty(post => post.MessageId, (string?)null)
                    .SetProperty(post => post.Attempts, 0)
                    .SetProperty(post => post.FirstAttemptAt, (DateTimeOffset?)null)
                    .SetProperty(post => post.SentAt, (DateTimeOffset?)null)
                    .SetProperty(post => post.Epoch, 0),
            Cancellation
        );
        await context.Deliveries.ExecuteUpdateAsync(
            set =>
                set.SetProperty(row => row.State, DeliveryState.Open)
                    .SetProperty(row => row.ThreadId, (string?)null)
                    .SetProperty(row => row.NextAt, row => row.DueAt),
            Cancellation
        );
        await context.Leases.ExecuteDeleteAsync(Cancellation);
    }
}

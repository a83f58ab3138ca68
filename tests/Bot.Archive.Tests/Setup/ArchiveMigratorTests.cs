using Bot.Archive.Entities;
using Bot.Archive.Setup;
using Bot.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Setup;

public sealed class ArchiveMigratorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_migrations_make_exactly_the_model(TestDatabase database)
    {
        await using var context = database.CreateContext();

        Assert.False(context.Database.HasPendingModelChanges(), "Entities changed without their migrations: run deploy/add-migration.sh.");
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task Each_migration_says_whether_older_versions_go_on_beside_it(TestDatabase database)
    {
        await using var context = database.CreateContext();

        Assert.Equal(context.Database.GetMigrations().Select(SchemaGeneration.NameOf), SchemaGeneration.Declared);
    }

    [Theory, BothDatabases]
    public async Task Where_processes_share_a_database_its_generation_is_written_down_once_it_is_migrated(TestDatabase database)
    {
        var migrator = database.Services.GetRequiredService<ArchiveMigrator>();
        await migrator.MigrateAsync(Cancel);
        Assert.False(await migrator.MigrateAsync(Cancel));

        await using var context = database.CreateContext();
        Assert.Equal(
            database.Provider == DatabaseProvider.Sqlite ? [] : [(long)SchemaGeneration.OfThisVersion.Number],
            await context.ChangeCounts.Where(count => count.Name == ChangeCount.Schema).Select(count => count.Number).ToListAsync(Cancel)
        );
        Assert.Equal(SchemaGeneration.OfThisVersion.Number, await migrator.GenerationAsync(Cancel));
    }

    [Theory, EmptyDatabases]
    public async Task A_new_database_is_made_with_its_folder_and_then_left_alone(EmptyDatabase database)
    {
        var migrator = database.Services.GetRequiredService<ArchiveMigrator>();

        Assert.True(await migrator.MigrateAsync(Cancel));
        Assert.False(await migrator.MigrateAsync(Cancel));

        await using var context = await database
            .Services.GetRequiredService<IDbContextFactory<ArchiveContext>>()
            .CreateDbContextAsync(Cancel);
        Assert.False(await context.Briefings.AnyAsync(Cancel));
    }

    [Theory, EmptyDatabases]
    public async Task D12_migrators_at_the_same_moment_wait_for_each_other(EmptyDatabase database)
    {
        var migrators = Enumerable.Range(0, 4).Select(_ => database.Open().GetRequiredService<ArchiveMigrator>()).ToList();

        var done = await Task.WhenAll(migrators.Select(migrator => Task.Run(() => migrator.MigrateAsync(Cancel), Cancel)));

        Assert.Contains(true, done);
        Assert.False(await migrators[0].MigrateAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task D12_a_schema_of_a_newer_version_is_refused_and_named(TestDatabase database)
    {
        await using (var context = database.CreateContext())
        {
            await context.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Telepathy', '99.0')""",
                Cancel
            );
        }

        var refused = await Assert.ThrowsAsync<ArchiveException>(() =>
            database.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(Cancel)
        );

        Assert.Equal(ArchiveFault.NewerSchema, refused.Fault);
        Assert.Contains("29990101000000_Telepathy", refused.Text.English, StringComparison.Ordinal);
        Assert.Contains("29990101000000_Telepathy", refused.Text.Japanese, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task D12_the_row_of_a_migrator_that_was_killed_holds_nobody_up()
    {
        await using var database = await EmptyDatabase.CreateAsync(DatabaseProvider.Sqlite);
        Directory.CreateDirectory(Path.GetDirectoryName(database.Options.SqliteFile())!);
        await ExecuteAsync(
            database.Options,
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-06 06:00:00');
            """
        );

        Assert.True(
            await database.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(3), Cancel)
        );
    }

    [Fact]
    public async Task A_migrator_that_does_not_finish_is_told_of()
    {
        await using var database = await EmptyDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var file = database.Options.SqliteFile()!;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var other = FileLock.TryTake(file + ".migrating");
        var migrator = new ArchiveMigrator(
            database.Options,
            database.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>(),
            SchemaGeneration.OfThisVersion,
            TimeProvider.System
        )
        {
            Patience = TimeSpan.Zero,
        };

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => migrator.MigrateAsync(Cancel));

        Assert.Equal(ArchiveFault.MigrationBusy, refused.Fault);
        Assert.Contains(file, refused.Text.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("This is a shopping list, not a database. It is longer than a header.")]
    [InlineData(
        "SQLite format 3\0 and then nothing that SQLite could have written, for more than a hundred bytes of it, which a header has at least"
    )]
    public async Task D13_a_file_that_is_no_database_is_refused_and_stays_as_it_is(string content)
    {
        await using var database = await EmptyDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var file = database.Options.SqliteFile()!;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, content, Cancel);

        var refused = await Assert.ThrowsAsync<ArchiveException>(() =>
            database.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(Cancel)
        );

        Assert.Equal(ArchiveFault.Corrupt, refused.Fault);
        Assert.Contains(file, refused.Text.Japanese, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(file, Cancel));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await using var database = await EmptyDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await File.WriteAllTextAsync(Path.GetDirectoryName(database.Options.SqliteFile())!, "in the way", Cancel);

        var refused = await Assert.ThrowsAsync<ArchiveException>(() =>
            database.Services.GetRequiredService<ArchiveMigrator>().MigrateAsync(Cancel)
        );

        Assert.Equal(ArchiveFault.NotAccessible, refused.Fault);
        Assert.Contains(database.Options.SqliteFile()!, refused.Message, StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(ArchiveOptions options, string sql)
    {
        await using var connection = new SqliteConnection(options.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}

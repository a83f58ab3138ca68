using System.Data.Common;
using Bot.Archive.Entities;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Bot.Archive.Setup;

/// <summary>
/// Migrates the database to this version's schema. One process at a time: a lock file for SQLite, an advisory lock for
/// PostgreSQL. An up-to-date database is recognized with one small query, and a new one is made by a script.
/// </summary>
public sealed class ArchiveMigrator(
    ArchiveOptions options,
    IDbContextFactory<ArchiveContext> contexts,
    SchemaGeneration generation,
    TimeProvider time
)
{
    /// <summary>Key of PostgreSQL's advisory lock: any number that nothing else uses in this database.</summary>
    internal const long AdvisoryLock = 0x426F744D69677261;

    private const string AppliedQuery = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";

    private const string GenerationQuery = $"""SELECT "Number" FROM change_counts WHERE "Name" = '{ChangeCount.Schema}'""";

    // https://www.sqlite.org/rescode.html
    private const int SqliteError = 1;
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    private readonly ArchiveSchema _schema = ArchiveSchema.Of(options.Provider);

    /// <summary>How long another process may take before this one gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Creates or migrates the database; does nothing if it is up to date. Returns whether anything was done.</summary>
    /// <exception cref="ArchiveException">
    /// The schema is newer, the file is not a database, access is denied, or another migration does not finish.
    /// </exception>
    public async Task<bool> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            ArchiveFile.Prepare(options);
            if (await IsCurrentAsync(cancellationToken) && await IsDeclaredAsync(cancellationToken))
            {
                return false;
            }

            await MigrateExclusivelyAsync(cancellationToken);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase)
        {
            throw ArchiveException.Corrupt(Name(), exception);
        }
        catch (Exception exception)
            when (exception is SqliteException { SqliteErrorCode: not SqliteError } or IOException or UnauthorizedAccessException)
        {
            throw ArchiveException.NotAccessible(Name(), exception);
        }
    }

    /// <summary>
    /// Runs what processes that start together must not do at the same time, one after another. The database must exist.
    /// On SQLite the held lock file lets only one process come here.
    /// </summary>
    /// <exception cref="ArchiveException">Another process does not finish.</exception>
    public async Task AloneAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            await work(cancellationToken);
            return;
        }

        // Not pooled: the lock belongs to the session and must end with it.
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(options.EffectiveConnectionString()) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        await work(cancellationToken);
    }

    private async Task MigrateExclusivelyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            await CreateDatabaseAsync(context, cancellationToken);
            await AloneAsync(token => MigrateAsync(context, token), cancellationToken);
            return;
        }

        using var held = options.SqliteFile() is { } file ? await LockAsync(file + ".migrating", cancellationToken) : null;
        await RemoveStaleLockAsync(context, cancellationToken);
        await MigrateAsync(context, cancellationToken);
    }

    private async Task MigrateAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        // The previous lock holder may have migrated already, or may be a newer version.
        if (!await IsCurrentAsync(cancellationToken))
        {
            await MakeCurrentAsync(context, cancellationToken);
        }

        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            // After the migration: until then whoever migrates keeps older processes away by its lease.
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO change_counts ("Name", "Number") VALUES ({ChangeCount.Schema}, {(long)generation.Number})
                ON CONFLICT ("Name") DO UPDATE SET "Number" = GREATEST(change_counts."Number", excluded."Number")
                """,
                cancellationToken
            );
        }
    }

    private async Task MakeCurrentAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        // With a table of anybody's it is not new, and the first migration refuses it by name.
        if (await context.GetService<IRelationalDatabaseCreator>().HasTablesAsync(cancellationToken))
        {
            await context.Database.MigrateAsync(cancellationToken);
            return;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (_schema.Script, transaction.GetDbTransaction());
        // Statement by statement to the last: whoever closes SQLite's reader before hears nothing of what fails behind a result.
        await using (var results = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await results.NextResultAsync(cancellationToken)) { }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Whether the database has this version's schema. Reads the history table directly, and nothing else. Refuses migrations that this
    /// version does not know.
    /// </summary>
    /// <exception cref="ArchiveException"><see cref="ArchiveFault.NewerSchema"/>.</exception>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(cancellationToken);
        if (await DeclaredAsync(cancellationToken) is { } declared && declared > generation.Number)
        {
            throw ArchiveException.NewerSchema(Name(), $"{ChangeCount.Schema} {declared}");
        }

        var known = _schema.Migrations;
        var unknown = applied.Where(id => !known.Contains(id)).Order(StringComparer.Ordinal).LastOrDefault();
        return unknown is null ? applied.Count == known.Count : throw ArchiveException.NewerSchema(Name(), unknown);
    }

    /// <summary>The database's <see cref="SchemaGeneration"/>; null: it has no tables yet.</summary>
    public async Task<int?> GenerationAsync(CancellationToken cancellationToken) =>
        await AppliedAsync(cancellationToken) is { Count: > 0 } applied
            ? Math.Max(SchemaGeneration.Of(applied), (int)(await DeclaredAsync(cancellationToken) ?? 0))
            : null;

    /// <summary>Where other processes look, this version's generation is written down.</summary>
    private async Task<bool> IsDeclaredAsync(CancellationToken cancellationToken) =>
        options.Provider == DatabaseProvider.Sqlite || await DeclaredAsync(cancellationToken) >= generation.Number;

    /// <summary>What the newest version has written down; null: nothing.</summary>
    private async Task<long?> DeclaredAsync(CancellationToken cancellationToken) =>
        options.Provider == DatabaseProvider.PostgreSql
        && await ReadAsync(GenerationQuery, reader => reader.GetInt64(0), cancellationToken) is [var number]
            ? number
            : null;

    private async Task<List<string>> AppliedAsync(CancellationToken cancellationToken) =>
        await ReadAsync(AppliedQuery, reader => reader.GetString(0), cancellationToken);

    /// <summary>Empty where there is no database, or no such table.</summary>
    private async Task<List<T>> ReadAsync<T>(string query, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        if (options.SqliteFile() is { } file && !File.Exists(file))
        {
            return [];
        }

        await using DbConnection connection =
            options.Provider == DatabaseProvider.Sqlite
                ? new SqliteConnection(options.EffectiveConnectionString())
                : new NpgsqlConnection(options.EffectiveConnectionString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SqliteError)
        {
            // No such table.
            return [];
        }
        catch (PostgresException exception)
            when (exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName)
        {
            // No such table, or no such database.
            return [];
        }
    }

    private static async Task CreateDatabaseAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException exception)
            when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process created it in the meantime.
        }
    }

    private async Task<FileLock> LockAsync(string path, CancellationToken cancellationToken)
    {
        FileLock? held = null;
        await UntilAsync(() => Task.FromResult((held = FileLock.TryTake(path)) is not null), cancellationToken);
        return held!;
    }

    private async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection)
        {
            Parameters = { new() { Value = AdvisoryLock } },
        };
        await UntilAsync(async () => await command.ExecuteScalarAsync(cancellationToken) is true, cancellationToken);
    }

    private async Task UntilAsync(Func<Task<bool>> taken, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (!await taken())
        {
            if (time.GetElapsedTime(since) > Patience)
            {
                throw ArchiveException.MigrationBusy(Name());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        }
    }

    /// <summary>
    /// EF Core locks SQLite migrations with a row that outlives a killed process and would then be waited for forever.
    /// Nobody else migrates while we hold the lock file, so an existing row belongs to a dead process.
    /// </summary>
    private static async Task RemoveStaleLockAsync(ArchiveContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SqliteError)
        {
            // No such table: never migrated.
        }
    }

    /// <summary>Describes the database in messages: a path, or host and name; never a password.</summary>
    public string Name()
    {
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            return options.SqliteFile() ?? ":memory:";
        }

        var builder = new NpgsqlConnectionStringBuilder(options.EffectiveConnectionString());
        return $"{builder.Host}/{builder.Database}";
    }
}

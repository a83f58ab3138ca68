using Bot.Archive.Setup;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Testing.Databases;

/// <summary>The database that an earlier release made, as the SQL that makes it again.</summary>
public static class ReleaseDump
{
    /// <summary>Executes the dump that fits the database.</summary>
    /// <param name="path">Without <c>sqlite.sql</c> or <c>postgresql.sql</c> at its end.</param>
    public static async Task RestoreAsync(EmptyDatabase database, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (database.Options.Provider == DatabaseProvider.PostgreSql)
        {
            var wanted = new NpgsqlConnectionStringBuilder(database.Options.ConnectionString);
            await using (
                var server = new NpgsqlConnection(
                    new NpgsqlConnectionStringBuilder(wanted.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString
                )
            )
            {
                await server.OpenAsync(cancellationToken);
                await ExecuteAsync(server, $"CREATE DATABASE \"{wanted.Database}\"", cancellationToken);
            }

            // Not pooled: the dump empties the search path of its session.
            await using var connection = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(wanted.ConnectionString) { Pooling = false }.ConnectionString
            );
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, await File.ReadAllTextAsync(path + "postgresql.sql", cancellationToken), cancellationToken);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.Options.ConnectionString).DataSource)!);
        await using var file = new SqliteConnection(
            new SqliteConnectionStringBuilder(database.Options.ConnectionString) { Pooling = false, ForeignKeys = false }.ConnectionString
        );
        await file.OpenAsync(cancellationToken);
        await ExecuteAsync(file, await File.ReadAllTextAsync(path + "sqlite.sql", cancellationToken), cancellationToken);
    }

    private static async Task ExecuteAsync(System.Data.Common.DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A fixture of the project.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

using System.Globalization;
using Bot.Archive.Setup;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bot.Testing.Databases;

/// <summary>One migrated database per test run on the server in BOT_TEST_POSTGRES, cloned for each test.</summary>
internal static class PostgreSqlTemplate
{
    public const string Variable = "BOT_TEST_POSTGRES";

    public const string SkipReason = $"{Variable} names no PostgreSQL server.";

    /// <summary>Leftovers of killed runs older than this are dropped by the next run.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromHours(2);

    private static readonly Lazy<Task<string>> Template = new(CreateAsync);

    // PostgreSQL cannot clone a template twice at the same time.
    private static readonly SemaphoreSlim Cloning = new(1);

    public static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    /// <summary>Connection string of a fresh clone.</summary>
    public static async Task<string> CloneAsync()
    {
        var template = await Template.Value;
        var name = NewName();
        await Cloning.WaitAsync();
        try
        {
            await ExecuteAsync($"""CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY""");
        }
        finally
        {
            Cloning.Release();
        }

        return To(name);
    }

    /// <summary>Connection string of a database that does not exist yet.</summary>
    public static string Fresh() => To(NewName());

    public static Task DropAsync(string name) => ExecuteAsync($"""DROP DATABASE IF EXISTS "{name}" WITH (FORCE)""");

    private static async Task<string> CreateAsync()
    {
        await DropStaleAsync();
        var name = NewName();
        var options = new ArchiveOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = To(name, pooling: false) };
        await using (var services = new ServiceCollection().AddArchive(options, TestDatabase.RefusePendingChanges).BuildServiceProvider())
        {
            await services.GetRequiredService<ArchiveMigrator>().MigrateAsync(CancellationToken.None);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(name).GetAwaiter().GetResult();
        return name;
    }

    private static async Task DropStaleAsync()
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(@"SELECT datname FROM pg_database WHERE datname LIKE 'bot\_test\_%'", connection);
        var names = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        var oldest = DateTimeOffset.UtcNow.Subtract(Stale).ToUnixTimeSeconds();
        foreach (var name in names)
        {
            if (long.TryParse(name.Split('_')[2], CultureInfo.InvariantCulture, out var made) && made < oldest)
            {
                await DropAsync(name);
            }
        }
    }

    private static string NewName() => $"bot_test_{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}_{Guid.NewGuid():N}";

    private static string To(string database, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder(Server)
        {
            Database = database,
            Pooling = pooling,
            MaxPoolSize = 20,
            // Many databases share the server's connections, so idle ones are returned.
            ConnectionIdleLifetime = 5,
            ConnectionPruningInterval = 2,
            IncludeErrorDetail = true,
        }.ConnectionString;

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

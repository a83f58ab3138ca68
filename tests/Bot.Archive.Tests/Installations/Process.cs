using Bot.Archive.Installations;
using Bot.Archive.Secrets;
using Bot.Archive.Setup;
using Bot.Chat.Installations;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Archive.Tests.Installations;

/// <summary>The platform storage of one process on a test database.</summary>
internal sealed class Process : IAsyncDisposable
{
    public const string MasterKey = "a master key of a test, long enough for it";

    private readonly ServiceProvider _services;
    private readonly ArchiveOptions _options;

    public Process(TestDatabase database, SecretsOptions? secrets = null, Action<DbContextOptionsBuilder>? configure = null)
    {
        _options = database.Options;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(database.Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddArchive(database.Options, configure)
            .AddPlatformStorage(secrets ?? new SecretsOptions { MasterKey = MasterKey })
            .BuildServiceProvider();
    }

    public IInstallations Installations => Get<IInstallations>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_options.Provider == DatabaseProvider.PostgreSql)
        {
            // An ending process closes its connections, and the test server has few.
            await using var pooled = new Npgsql.NpgsqlConnection(_options.EffectiveConnectionString());
            Npgsql.NpgsqlConnection.ClearPool(pooled);
        }
    }
}

/// <summary>Everything in a database as text, like a dump.</summary>
internal static class Dump
{
    public static async Task<string> OfAsync(TestDatabase database)
    {
        var text = new System.Text.StringBuilder();
        await using var context = database.CreateContext();
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    text.Append(table).Append(' ').Append(reader.GetName(column)).Append(' ').Append(reader.GetValue(column)).Append('\n');
                }
            }
        }

        return text.ToString();
    }
}

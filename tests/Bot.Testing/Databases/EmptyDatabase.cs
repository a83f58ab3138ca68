using System.Reflection;
using Bot.Archive.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Bot.Testing.Databases;

/// <summary>A database that does not exist yet: no file or folder, and no database with that name. For setup tests.</summary>
public sealed class EmptyDatabase : IAsyncDisposable
{
    private readonly string? _folder;
    private readonly List<ServiceProvider> _opened = [];

    private EmptyDatabase(ArchiveOptions options, string? folder)
    {
        Options = options;
        _folder = folder;
        Services = Open();
    }

    public ArchiveOptions Options { get; }

    public ServiceProvider Services { get; }

    public static Task<EmptyDatabase> CreateAsync(DatabaseProvider provider)
    {
        var folder = provider == DatabaseProvider.Sqlite ? Directory.CreateTempSubdirectory("bot-empty-").FullName : null;
        var connection = folder is null ? PostgreSqlTemplate.Fresh() : $"Data Source={Path.Combine(folder, "data", "bot.db")}";
        return Task.FromResult(new EmptyDatabase(new ArchiveOptions { Provider = provider, ConnectionString = connection }, folder));
    }

    public ServiceProvider Open()
    {
        var services = new ServiceCollection().AddArchive(Options).BuildServiceProvider();
        _opened.Add(services);
        return services;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _opened)
        {
            await services.DisposeAsync();
        }

        if (_folder is not null)
        {
            await using var pooled = new SqliteConnection(Options.ConnectionString);
            SqliteConnection.ClearPool(pooled);
            Directory.Delete(_folder, recursive: true);
        }
        else
        {
            await using var pooled = new NpgsqlConnection(Options.EffectiveConnectionString());
            NpgsqlConnection.ClearPool(pooled);
            await PostgreSqlTemplate.DropAsync(pooled.Database!);
        }
    }

    public override string ToString() => Options.Provider.ToString();
}

/// <summary>Like <see cref="BothDatabasesAttribute"/>, with databases that do not exist yet.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EmptyDatabasesAttribute : DataAttribute
{
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = new List<TheoryDataRow>();
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            if (provider == DatabaseProvider.PostgreSql && PostgreSqlTemplate.Server is null)
            {
                rows.Add(new TheoryDataRow([null]) { Skip = PostgreSqlTemplate.SkipReason });
                continue;
            }

            var database = await EmptyDatabase.CreateAsync(provider);
            disposalTracker.Add(database);
            rows.Add(new TheoryDataRow([database]));
        }

        return rows;
    }

    public override bool SupportsDiscoveryEnumeration() => false;
}

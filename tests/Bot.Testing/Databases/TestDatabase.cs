using Bot.Archive;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bot.Testing.Databases;

/// <summary>An empty, migrated database for one test; removed when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly List<ServiceProvider> _opened = [];

    private TestDatabase(ArchiveOptions options)
    {
        Options = options;
        Services = Open();
    }

    public ArchiveOptions Options { get; }

    public DatabaseProvider Provider => Options.Provider;

    /// <summary>2026-01-06 06:00 UTC until the test sets it.</summary>
    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 1, 6, 6, 0, 0, TimeSpan.Zero));

    /// <summary>The services registered by <c>AddArchive</c>.</summary>
    public ServiceProvider Services { get; }

    public IDbContextFactory<ArchiveContext> Contexts => Services.GetRequiredService<IDbContextFactory<ArchiveContext>>();

    public BriefingArchive Archive => Services.GetRequiredService<BriefingArchive>();

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider) =>
        new(
            new ArchiveOptions
            {
                Provider = provider,
                ConnectionString =
                    provider == DatabaseProvider.Sqlite ? await SqliteTemplate.CloneAsync() : await PostgreSqlTemplate.CloneAsync(),
            }
        );

    /// <summary>
    /// Opens the same database again, as another process would: with its own pool and its own options, such as
    /// interceptors.
    /// </summary>
    public ServiceProvider Open(Action<DbContextOptionsBuilder>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddArchive(Options, configure).BuildServiceProvider();
        _opened.Add(services);
        return services;
    }

    /// <summary>Makes every storage test fail with advice if entities were changed without a migration.</summary>
    internal static void RefusePendingChanges(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.PendingModelChangesWarning));

    public ArchiveContext CreateContext() => Contexts.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _opened)
        {
            await services.DisposeAsync();
        }

        if (Options.SqliteFile() is { } file)
        {
            using var pooled = new SqliteConnection(Options.ConnectionString);
            SqliteConnection.ClearPool(pooled);
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
        else
        {
            await using var pooled = new NpgsqlConnection(Options.EffectiveConnectionString());
            NpgsqlConnection.ClearPool(pooled);
            await PostgreSqlTemplate.DropAsync(pooled.Database!);
        }
    }

    public override string ToString() => Provider.ToString();
}

using Bot.Archive.Setup;
using Bot.Configuration;
using Bot.Delivery.Sending;
using Bot.Serving;
using Microsoft.Data.Sqlite;

namespace Bot.Verbs;

/// <summary>
/// The archive opened for one verb: migrated at the start, closed at the end. Next to a running service, a verb is a short second writer.
/// </summary>
internal sealed class OpenArchive : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SqliteConnection? _memory;

    private OpenArchive(ServiceProvider services, SqliteConnection? memory)
    {
        _services = services;
        _memory = memory;
    }

    public IServiceProvider Services => _services;

    /// <param name="dryRun">Leaves nothing behind: if there is no archive yet, an empty one in memory is used instead.</param>
    /// <exception cref="ArchiveException">The archive cannot be used.</exception>
    public static async Task<OpenArchive> OpenAsync(
        CommandLineContext commandLine,
        ConfigurationReading configured,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var database = Composition.DatabaseOf(configured.Options, commandLine);
        SqliteConnection? memory = null;
        if (dryRun && database.SqliteFile() is { } file && !File.Exists(file))
        {
            database = new ArchiveOptions { ConnectionString = $"Data Source=dry-run-{Environment.ProcessId};Mode=Memory;Cache=Shared" };
            memory = new SqliteConnection(database.ConnectionString);
            await memory.OpenAsync(cancellationToken);
        }

        ArchiveLock.RefuseIfLost(database);
        var desk = new OpenArchive(Composition.Provider(commandLine, configured, database), memory);
        await desk.MigrateAsync(cancellationToken);
        await desk.Services.GetRequiredService<DefaultSubscriptions>().EnsureAsync(cancellationToken);
        return desk;
    }

    /// <summary>A verb does not wait for the processes of an older version that could not go on: that is for <c>serve</c>.</summary>
    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var migrator = _services.GetRequiredService<ArchiveMigrator>();
        if (await _services.GetRequiredService<UpgradeGate>().OlderAsync(cancellationToken) is { Count: > 0 } older)
        {
            throw ArchiveException.OlderProcesses(migrator.Name(), older);
        }

        await migrator.MigrateAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_memory is not null)
        {
            await _memory.DisposeAsync();
        }
    }
}

using Bot.Archive.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Testing.Databases;

/// <summary>One migrated file per test run, copied for each test: migrating takes hundreds of times as long as copying.</summary>
public static class SqliteTemplate
{
    private static readonly Lazy<Task<byte[]>> Template = new(CreateAsync);

    /// <summary>An empty, migrated archive, as the bot would make it there at its first start. Leaves alone what is there.</summary>
    public static async Task WriteAsync(string file)
    {
        if (File.Exists(file))
        {
            return;
        }

        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, await Template.Value);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>Connection string of a fresh copy in its own folder.</summary>
    internal static async Task<string> CloneAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("bot-test-").FullName, "bot.db");
        await File.WriteAllBytesAsync(file, await Template.Value);
        return $"Data Source={file}";
    }

    private static async Task<byte[]> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bot-template-");
        var file = Path.Combine(folder.FullName, "bot.db");
        var options = new ArchiveOptions { ConnectionString = $"Data Source={file};Pooling=False" };
        await using (var services = new ServiceCollection().AddArchive(options, TestDatabase.RefusePendingChanges).BuildServiceProvider())
        {
            await services.GetRequiredService<ArchiveMigrator>().MigrateAsync(CancellationToken.None);
        }

        await using (var connection = new SqliteConnection(options.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        var content = await File.ReadAllBytesAsync(file);
        folder.Delete(recursive: true);
        return content;
    }
}

using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Archive;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bot.Benchmarks.Storing;

/// <summary>
/// Archives full of daily synthetic briefings. One is built once per number of days and state of the code, kept in the
/// temporary folder and copied: a benchmark runs in many processes, and ten years take a while.
/// </summary>
public static class ArchiveSeeder
{
    public const string Series = "us-ai";

    /// <summary>The newest day of every seeded archive.</summary>
    public static readonly DateOnly LastDay = new(2026, 1, 6);

    /// <summary>Whether archives of another state of the code are taken, and on a server kept for the next run.</summary>
    public static bool KeepsSeeded => Environment.GetEnvironmentVariable("BOT_BENCH_SEEDED") is { Length: > 0 };

    /// <summary>
    /// A SQLite archive of its own with a briefing for each of the <paramref name="days"/> up to <see cref="LastDay"/>. The caller may
    /// delete its folder.
    /// </summary>
    public static async Task<ArchiveOptions> CloneAsync(int days, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "bot-seeded"));
        // Ten years take a while: BOT_BENCH_SEEDED=1 takes those of another state of the code.
        var seeded =
            KeepsSeeded && folder.EnumerateFiles($"{days}-*.db").FirstOrDefault() is { } former
                ? former.FullName
                : Path.Combine(folder.FullName, $"{days}-{CodeVersion()}.db");
        if (!File.Exists(seeded))
        {
            // One that was interrupted goes on where it was.
            var building = folder.CreateSubdirectory($"building-{days}-{CodeVersion()}");
            var unfinished = Path.Combine(building.FullName, "bot.db");
            await SeedAsync(new ArchiveOptions { ConnectionString = $"Data Source={unfinished}" }, days, cancellationToken);
            foreach (var outdated in folder.EnumerateFiles($"{days}-*.db"))
            {
                outdated.Delete();
            }

            File.Move(unfinished, seeded, overwrite: true);
            building.Delete(recursive: true);
        }

        var file = Path.Combine(Directory.CreateTempSubdirectory("bot-archive-").FullName, "bot.db");
        File.Copy(seeded, file);
        var options = new ArchiveOptions { ConnectionString = $"Data Source={file}" };
        await using var services = new ServiceCollection().AddArchive(options).BuildServiceProvider();
        await services.GetRequiredService<ArchiveMigrator>().MigrateAsync(cancellationToken);
        return options;
    }

    /// <summary>The database <c>bot_seeded_DAYS</c> on the server of BOT_TEST_POSTGRES, made at first and never dropped.</summary>
    public static async Task<ArchiveOptions> KeptOnServerAsync(int days, CancellationToken cancellationToken = default)
    {
        var server = Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");
        var name = string.Create(CultureInfo.InvariantCulture, $"bot_seeded_{days}");
        await using (var connection = new NpgsqlConnection(server))
        {
            await connection.OpenAsync(cancellationToken);
            await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection);
            find.Parameters.AddWithValue(name);
            if (await find.ExecuteScalarAsync(cancellationToken) is null)
            {
                await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
                await create.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        var options = new ArchiveOptions
        {
            Provider = DatabaseProvider.PostgreSql,
            ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString,
        };
        await SeedAsync(options, days, cancellationToken);
        return options;
    }

    /// <summary>Fills an archive that need not exist yet, or what it lacks, on either database, oldest day first.</summary>
    public static async Task SeedAsync(ArchiveOptions options, int days, CancellationToken cancellationToken = default)
    {
        var hurry = options.Provider == DatabaseProvider.Sqlite;
        await using var services = new ServiceCollection()
            .AddArchive(options, builder => builder.AddInterceptors(hurry ? [new WithoutSync()] : []))
            .BuildServiceProvider();
        await services.GetRequiredService<ArchiveMigrator>().MigrateAsync(cancellationToken);
        var archive = services.GetRequiredService<BriefingArchive>();
        var stored = await archive.ListAsync(Series, before: null, count: 1, cancellationToken);
        for (var date = stored is [var last] ? last.Date.AddDays(1) : LastDay.AddDays(1 - days); date <= LastDay; date = date.AddDays(1))
        {
            await archive.SaveAsync(Request(date), cancellationToken);
        }

        if (hurry)
        {
            await CloseAsync(options, cancellationToken);
        }
    }

    public static SaveRequest Request(DateOnly date) =>
        new()
        {
            Series = Series,
            Date = date,
            Reading = SyntheticBriefings.Of(date).Read(),
            Origin = "cli",
        };

    /// <summary>Moves all that is in the log into the file, and closes it.</summary>
    private static async Task CloseAsync(ArchiveOptions options, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(options.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(cancellationToken);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Changes with every build of what decides the content.</summary>
    private static string CodeVersion()
    {
        var modules = new[] { typeof(ArchiveContext), typeof(Briefings.Model.Briefing), typeof(SyntheticBriefings) };
        var versions = string.Join('-', modules.Select(type => type.Module.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(versions)))[..16];
    }

    /// <summary>What is seeded can be seeded again: no need to wait for the disk after each day.</summary>
    private sealed class WithoutSync : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=OFF";
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }
    }
}

using System.Runtime.Versioning;
using Bot.Archive.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Archive.Tests.Setup;

/// <summary>The SQLite file as the operating system sees it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ArchiveFileTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-file-").FullName;
    private readonly ServiceProvider _services;

    public ArchiveFileTests() => _services = new ServiceCollection().AddArchive(Options).BuildServiceProvider();

    private ArchiveOptions Options => new() { ConnectionString = $"Data Source={DatabaseFile}" };

    private string DatabaseFile => Path.Combine(_folder, "data", "bot.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task H28_The_folder_and_what_is_in_it_belong_to_their_owner_alone()
    {
        using var held = ArchiveLock.Take(Options);

        await MigrateAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(Path.GetDirectoryName(DatabaseFile)!));
        Assert.All(
            Directory.EnumerateFiles(Path.GetDirectoryName(DatabaseFile)!),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(file))
        );
    }

    [Fact]
    public async Task H28_What_an_earlier_version_left_readable_is_narrowed_and_a_shared_folder_is_not()
    {
        const UnixFileMode Everybody =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!, Everybody);
        File.WriteAllText(DatabaseFile, "");
        File.SetUnixFileMode(DatabaseFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "somebody's.txt"), "");

        await MigrateAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(DatabaseFile));
        Assert.Equal(Everybody, Mode(Path.GetDirectoryName(DatabaseFile)!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task H26_Nothing_is_written_into_a_file_that_was_deleted_or_replaced(bool replaced)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A file's identity is read on Linux.");
        await MigrateAsync();
        _services.GetRequiredService<ArchiveFile>().Pin();
        var probe = _services.GetRequiredService<ArchiveProbe>();
        Assert.Null(await probe.LookAsync(Cancellation));

        File.Delete(DatabaseFile);
        if (replaced)
        {
            File.WriteAllText(DatabaseFile, "");
        }

        var refused = await Assert.ThrowsAsync<ArchiveException>(async () =>
        {
            await using var context = await _services
                .GetRequiredService<IDbContextFactory<ArchiveContext>>()
                .CreateDbContextAsync(Cancellation);
            await context.Briefings.AnyAsync(Cancellation);
        });
        Assert.Equal(ArchiveFault.Replaced, refused.Fault);
        Assert.Equal(DatabaseTrouble.Lost, DatabaseErrors.TroubleOf(new InvalidOperationException("wrapped", refused)));
        Assert.Equal(DatabaseTrouble.Lost, await probe.LookAsync(Cancellation));
        Assert.Equal(replaced, File.Exists(DatabaseFile));
    }

    [Fact]
    public async Task H26_A_start_that_finds_the_lock_and_no_database_wants_to_be_told_that_a_new_one_is_meant()
    {
        using (var held = ArchiveLock.Take(Options))
        {
            await MigrateAsync();
            held.Settle();
        }

        SqliteConnection.ClearAllPools();
        File.Delete(DatabaseFile);

        Assert.Equal(ArchiveFault.Lost, Assert.Throws<ArchiveException>(() => ArchiveLock.Take(Options)).Fault);
        Assert.Equal(ArchiveFault.Lost, Assert.Throws<ArchiveException>(() => ArchiveLock.RefuseIfLost(Options)).Fault);
        Assert.Equal(ArchiveFault.Lost, Assert.Throws<ArchiveException>(() => ArchiveLock.Take(Options)).Fault);
        Assert.False(File.Exists(DatabaseFile));
        using var started = ArchiveLock.Take(Options, mayBeNew: true);
        Assert.True(started.IsExclusive);
    }

    [Fact]
    public void H26_The_lock_of_an_earlier_version_shows_it_too()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!);
        File.WriteAllText(DatabaseFile + ".lock", "4711\n");

        Assert.Equal(ArchiveFault.Lost, Assert.Throws<ArchiveException>(() => ArchiveLock.Take(Options)).Fault);
    }

    [Fact]
    public void H26_A_first_start_that_died_before_it_had_made_the_database_has_lost_nothing()
    {
        ArchiveLock.Take(Options).Dispose();

        ArchiveLock.RefuseIfLost(Options);
        using var again = ArchiveLock.Take(Options);
        Assert.True(again.IsExclusive);
    }

    [Fact]
    public async Task H25_Another_writer_is_busy_until_it_has_ended()
    {
        await MigrateAsync();
        var probe = _services.GetRequiredService<ArchiveProbe>();
        await using (var writer = new SqliteConnection(Options.ConnectionString))
        {
            await writer.OpenAsync(Cancellation);
            await using var transaction = writer.BeginTransaction(deferred: false);

            Assert.Equal(DatabaseTrouble.Busy, await probe.LookAsync(Cancellation));
        }

        Assert.Null(await probe.LookAsync(Cancellation));
    }

    [Theory]
    [InlineData(5, DatabaseTrouble.Busy)]
    [InlineData(6, DatabaseTrouble.Busy)]
    [InlineData(8, DatabaseTrouble.ReadOnly)]
    [InlineData(10, DatabaseTrouble.Unreadable)]
    [InlineData(11, DatabaseTrouble.Damaged)]
    [InlineData(13, DatabaseTrouble.Full)]
    [InlineData(14, DatabaseTrouble.CannotOpen)]
    [InlineData(26, DatabaseTrouble.Damaged)]
    [InlineData(19, null)]
    public void H25_An_error_of_SQLite_is_named_however_it_is_wrapped(int code, DatabaseTrouble? trouble)
    {
        var error = new SqliteException("said so", code);

        Assert.Equal(trouble, DatabaseErrors.TroubleOf(error));
        Assert.Equal(trouble, DatabaseErrors.TroubleOf(new DbUpdateException("not saved", error)));
        Assert.Equal(
            trouble,
            DatabaseErrors.TroubleOf(new InvalidOperationException("somewhere", new DbUpdateException("not saved", error)))
        );
        if (trouble is { } named)
        {
            Assert.NotEqual(named.Text().English, named.Text().Japanese);
        }
    }

    private Task<bool> MigrateAsync() => _services.GetRequiredService<ArchiveMigrator>().MigrateAsync(Cancellation);

    private static UnixFileMode Mode(string path) => File.GetUnixFileMode(path);
}

using Bot.Archive.Setup;

namespace Bot.Archive.Tests.Setup;

public sealed class ArchiveLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-lock-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void D7_a_second_serve_on_the_same_file_is_refused_and_told_which_file()
    {
        var options = Options("data/bot.db");
        using var first = ArchiveLock.Take(options);
        Assert.True(first.IsExclusive);

        var refused = Assert.Throws<ArchiveException>(() => ArchiveLock.Take(options));

        Assert.Equal(ArchiveFault.AlreadyServed, refused.Fault);
        Assert.All(
            [refused.Text.English, refused.Text.Japanese],
            text => Assert.Contains(Path.Combine(_folder, "data", "bot.db"), text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_lock_is_free_again_when_its_holder_ends()
    {
        ArchiveLock.Take(Options("bot.db")).Dispose();

        using var next = ArchiveLock.Take(Options("bot.db"));
        using var other = ArchiveLock.Take(Options("other.db"));
        Assert.True(next.IsExclusive && other.IsExclusive);
    }

    [Fact]
    public void A_link_to_the_file_is_the_same_file()
    {
        File.WriteAllText(Path.Combine(_folder, "bot.db"), "");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.db"), Path.Combine(_folder, "bot.db"));
        using var first = ArchiveLock.Take(Options("bot.db"));

        Assert.Throws<ArchiveException>(() => ArchiveLock.Take(Options("link.db")));
    }

    [Fact]
    public void PostgreSql_has_nothing_to_hold()
    {
        var options = new ArchiveOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = "Host=localhost" };
        using var first = ArchiveLock.Take(options);
        using var second = ArchiveLock.Take(options);

        Assert.False(first.IsExclusive || second.IsExclusive);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_of_as_such()
    {
        File.WriteAllText(Path.Combine(_folder, "data"), "in the way");

        Assert.Equal(ArchiveFault.NotAccessible, Assert.Throws<ArchiveException>(() => ArchiveLock.Take(Options("data/bot.db"))).Fault);
    }

    private ArchiveOptions Options(string file) => new() { ConnectionString = $"Data Source={Path.Combine(_folder, file)}" };
}

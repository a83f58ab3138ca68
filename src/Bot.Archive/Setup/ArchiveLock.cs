namespace Bot.Archive.Setup;

/// <summary>
/// One <c>serve</c> per SQLite file: <c>bot.db.lock</c> beside it is held for as long as the service runs. Holding it
/// proves that a former process is dead, so its unfinished work may be recovered at once. In PostgreSQL, where several
/// processes share the archive by leases, there is nothing to hold.
/// </summary>
public sealed class ArchiveLock : IDisposable
{
    private readonly FileLock? _held;

    private ArchiveLock(FileLock? held) => _held = held;

    /// <summary>Whether this process is alone with the archive.</summary>
    public bool IsExclusive => _held is not null;

    /// <summary>Takes the lock, creating the folder. Returns at once.</summary>
    /// <exception cref="ArchiveException"><see cref="ArchiveFault.AlreadyServed"/> or <see cref="ArchiveFault.NotAccessible"/>.</exception>
    public static ArchiveLock Take(ArchiveOptions options)
    {
        if (options.SqliteFile() is not { } file)
        {
            return new ArchiveLock(null);
        }

        var path = file + ".lock";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return new ArchiveLock(FileLock.TryTake(path) ?? throw ArchiveException.AlreadyServed(file, path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ArchiveException.NotAccessible(file, exception);
        }
    }

    public void Dispose() => _held?.Dispose();
}

namespace Bot.Archive.Setup;

/// <summary>
/// Allows one <c>serve</c> per SQLite file: <c>bot.db.lock</c> next to it is held while the service runs. Holding it
/// proves that any previous process is dead, so its unfinished work can be recovered immediately. With PostgreSQL, where
/// several processes share the archive using leases, there is nothing to hold. The lock file stays, so it also shows that
/// a deleted database once existed; then no new one is created unless requested.
/// </summary>
public sealed class ArchiveLock : IDisposable
{
    /// <summary>
    /// Content of the lock file until the first migration is complete: a process that dies earlier leaves no database to
    /// lose.
    /// </summary>
    private const string BeingMade = "new\n";

    private readonly FileLock? _held;

    private ArchiveLock(FileLock? held) => _held = held;

    /// <summary>Whether this process has the archive to itself.</summary>
    public bool IsExclusive => _held is not null;

    /// <summary>Takes the lock, creating the folder. Does not wait.</summary>
    /// <param name="mayBeNew">The operator wants an empty database in place of a lost one.</param>
    /// <exception cref="ArchiveException">
    /// <see cref="ArchiveFault.AlreadyServed"/>, <see cref="ArchiveFault.Lost"/> or
    /// <see cref="ArchiveFault.NotAccessible"/>.
    /// </exception>
    public static ArchiveLock Take(ArchiveOptions options, bool mayBeNew = false)
    {
        if (options.SqliteFile() is not { } file)
        {
            return new ArchiveLock(null);
        }

        var path = file + ".lock";
        try
        {
            var (isThere, wasLocked) = (File.Exists(file), File.Exists(path));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var held = FileLock.TryTake(path) ?? throw ArchiveException.AlreadyServed(file, path);
            if (!isThere && wasLocked && !mayBeNew && !IsBeingMade(held.Former))
            {
                held.Dispose();
                throw ArchiveException.Lost(file, path);
            }

            if (!isThere)
            {
                held.Write(BeingMade);
            }

            return new ArchiveLock(held);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ArchiveException.NotAccessible(file, exception);
        }
    }

    /// <summary>For verbs, which hold no lock: throws if the file is lost.</summary>
    /// <exception cref="ArchiveException"><see cref="ArchiveFault.Lost"/>.</exception>
    public static void RefuseIfLost(ArchiveOptions options)
    {
        if (
            options.SqliteFile() is { } file
            && file + ".lock" is var path
            && !File.Exists(file)
            && File.Exists(path)
            && !IsBeingMade(Read(path))
        )
        {
            throw ArchiveException.Lost(file, path);
        }
    }

    /// <summary>The database exists and is migrated: from now on, a missing file counts as lost.</summary>
    public void Settle() => _held?.Write("");

    public void Dispose() => _held?.Dispose();

    private static bool IsBeingMade(string content) => content.EndsWith("\n" + BeingMade, StringComparison.Ordinal);

    private static string Read(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}

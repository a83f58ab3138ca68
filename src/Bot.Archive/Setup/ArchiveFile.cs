namespace Bot.Archive.Setup;

/// <summary>
/// The SQLite file itself: nobody but its owner reads it, and while the service runs it stays the one that it was at the start.
/// SQLite goes on writing into a file that was deleted under it, so that what was stored would be gone with the process.
/// </summary>
public sealed class ArchiveFile(ArchiveOptions options)
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What SQLite and the bot put beside the database.</summary>
    private static readonly string[] Companions = ["", "-wal", "-shm", ".lock", ".migrating"];

    private volatile Pinned? pinned;

    /// <summary>From now on the file must be the one that it is now. Nothing in memory, in PostgreSQL, and where files have no identity.</summary>
    public void Pin() => pinned = options.SqliteFile() is { } file && FileStatus.Of(file) is { } status ? new Pinned(file, status) : null;

    /// <exception cref="ArchiveException"><see cref="ArchiveFault.Replaced"/>: there is no such file any more, or another one.</exception>
    public void Check()
    {
        if (pinned is { } was && FileStatus.Of(was.Path) != was.Status)
        {
            throw ArchiveException.Replaced(was.Path);
        }
    }

    /// <summary>
    /// Makes the folder (0700) and the file (0600) where they are missing, and takes everybody else's rights to the file away.
    /// A folder that holds anything else may be shared with others and stays as it is.
    /// </summary>
    internal static void Prepare(ArchiveOptions options)
    {
        if (options.SqliteFile() is not { } file)
        {
            return;
        }

        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnersFolder);
        }
        else if (IsOwn(folder, Path.GetFileName(file)))
        {
            Narrow(folder, OwnersFolder);
        }

        if (!File.Exists(file))
        {
            // SQLite takes an empty file for a new database, and gives its journal the same rights.
            using (new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = OwnersFile }))
            {
            }
        }

        foreach (var companion in Companions.Select(ending => file + ending).Where(File.Exists))
        {
            Narrow(companion, OwnersFile);
        }
    }

    private static bool IsOwn(string folder, string name) =>
        Directory.EnumerateFileSystemEntries(folder).All(entry => Companions.Any(ending => Path.GetFileName(entry) == name + ending));

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Narrow(string path, UnixFileMode most)
    {
        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & ~most) != 0)
            {
                File.SetUnixFileMode(path, mode & most);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another user's file, or a file system without rights: doctor says who can read it.
        }
    }

    private sealed record Pinned(string Path, FileStatus Status);
}

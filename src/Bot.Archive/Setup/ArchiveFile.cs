namespace Bot.Archive.Setup;

/// <summary>
/// The SQLite file itself: readable only by its owner, and checked to be the same file as at the start while the service
/// runs. SQLite keeps writing to a deleted file, so everything stored would be lost with the process.
/// </summary>
public sealed class ArchiveFile(ArchiveOptions options)
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Suffixes of the files that SQLite and the bot create next to the database.</summary>
    private static readonly string[] Companions = ["", "-wal", "-shm", ".lock", ".migrating"];

    private volatile Pinned? _pinned;

    /// <summary>
    /// Remembers the file's current identity. Does nothing for in-memory databases, for PostgreSQL, and where files have
    /// no identity.
    /// </summary>
    public void Pin() => _pinned = options.SqliteFile() is { } file && FileStatus.Of(file) is { } status ? new Pinned(file, status) : null;

    /// <exception cref="ArchiveException"><see cref="ArchiveFault.Replaced"/>: the file is gone or is a different one.</exception>
    public void Check()
    {
        if (_pinned is { } was && FileStatus.Of(was.Path) != was.Status)
        {
            throw ArchiveException.Replaced(was.Path);
        }
    }

    /// <summary>
    /// Creates the folder (0700) and the file (0600) if missing, and removes everyone else's access to the file. A folder
    /// with other contents may be shared and is left unchanged.
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
            // SQLite treats an empty file as a new database, and gives its journal the same permissions.
            using (
                new FileStream(
                    file,
                    new FileStreamOptions
                    {
                        Mode = FileMode.OpenOrCreate,
                        Access = FileAccess.Write,
                        Share = FileShare.ReadWrite,
                        UnixCreateMode = OwnersFile,
                    }
                )
            ) { }
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
            // Another user's file, or a file system without permissions: doctor reports who can read it.
        }
    }

    private sealed record Pinned(string Path, FileStatus Status);
}

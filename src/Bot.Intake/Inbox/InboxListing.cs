using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Intake.Inbox;

/// <summary>
/// The contents of the inbox and of its subfolders, each named after a series: files that can be taken, and entries that cannot, which
/// block nothing else.
/// </summary>
/// <param name="Odd">Path → why it cannot be taken. Checked each time, because it may be something else a moment later.</param>
internal sealed record InboxListing(IReadOnlyList<InboxFile> Files, IReadOnlyDictionary<string, LocalizedText> Odd)
{
    /// <summary>.NET's replacement for bytes of a name that are not UTF-8; the resulting name leads nowhere.</summary>
    private const char NotUtf8 = '\uFFFD';

    /// <summary>Extensions of files that are still being written.</summary>
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", "~"];

    /// <summary>Lists once. A failure on one entry affects only that entry: the others are still listed.</summary>
    /// <exception cref="IOException">The inbox itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the inbox is denied.</exception>
    public static InboxListing Of(string folder)
    {
        var files = new List<InboxFile>();
        var odd = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var path in Entries(folder))
        {
            if (!Add(path, series: null, files, odd))
            {
                AddFolder(path, files, odd);
            }
        }

        return new InboxListing(files, odd);
    }

    public static string NameOf(string path) => ControlCharacters.Escape(System.IO.Path.GetFileName(path));

    private static void AddFolder(string folder, List<InboxFile> files, Dictionary<string, LocalizedText> odd)
    {
        try
        {
            foreach (var path in Entries(folder))
            {
                if (!Add(path, System.IO.Path.GetFileName(folder), files, odd))
                {
                    odd[path] = IntakeTexts.Both("Odd.Folder");
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Why(folder, exception) is { } why)
            {
                odd[folder] = why;
            }
        }
    }

    /// <summary>False: it is a folder.</summary>
    private static bool Add(string path, string? series, List<InboxFile> files, Dictionary<string, LocalizedText> odd)
    {
        try
        {
            var file = new FileInfo(path);
            if (KindOf(file) is not FileKind.Regular and var kind)
            {
                if (kind != FileKind.Folder)
                {
                    odd[path] = IntakeTexts.Both($"Odd.{kind}");
                }

                return kind != FileKind.Folder;
            }

            files.Add(new InboxFile(path, series, file.Length, file.LastWriteTimeUtc));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Why(path, exception) is { } why)
            {
                odd[path] = why;
            }
        }

        return true;
    }

    /// <exception cref="FileNotFoundException">It is gone, or its name cannot be expressed.</exception>
    private static FileKind KindOf(FileInfo file)
    {
        if (FileStatus.Of(file.FullName) is { } status)
        {
            return status.Kind;
        }

        return file.LinkTarget is not null ? FileKind.Link
            : Directory.Exists(file.FullName) ? FileKind.Folder
            : file.Exists ? FileKind.Regular
            : throw new FileNotFoundException(null, file.FullName);
    }

    /// <summary>Null: it has gone since it was listed, which is not worth reporting.</summary>
    private static LocalizedText? Why(string path, Exception exception) =>
        exception is not (FileNotFoundException or DirectoryNotFoundException)
            ? IntakeTexts.Both("Odd.Unreadable", ControlCharacters.Escape(exception.Message))
        : System.IO.Path.GetFileName(path).Contains(NotUtf8, StringComparison.Ordinal) ? IntakeTexts.Both("Odd.Name")
        : null;

    private static IEnumerable<string> Entries(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Where(path => IsMeant(System.IO.Path.GetFileName(path))).Order(StringComparer.Ordinal);

    private static bool IsMeant(string name) =>
        !name.StartsWith('.')
        && name is not (InboxFile.Done or InboxFile.Failed)
        && !Unfinished.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

using Bot.Archive.Setup;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Intake.Inbox;

/// <summary>
/// What lies in the inbox and in its subfolders, each named after a series: files that can be taken, and what stands in no file's way.
/// </summary>
/// <param name="Odd">Path → why it cannot be taken. It is looked at each time, as the next moment it may be another thing.</param>
internal sealed record InboxListing(IReadOnlyList<InboxFile> Files, IReadOnlyDictionary<string, LocalizedText> Odd)
{
    /// <summary>What .NET puts for bytes of a name that are not UTF-8; the name that it gives then leads to nothing.</summary>
    private const char NotUtf8 = '\uFFFD';

    /// <summary>Endings of files that somebody is still writing.</summary>
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", "~"];

    /// <summary>Looks once. What happens to one entry is that entry's: the others are listed all the same.</summary>
    /// <exception cref="IOException">The inbox itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it be.</exception>
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

    /// <exception cref="FileNotFoundException">It is not there any more, or its name cannot be said.</exception>
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

    /// <summary>Null: it has gone since it was listed, and nobody need know.</summary>
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

namespace Bot.Intake.Inbox;

/// <summary>A file in the inbox as it was seen.</summary>
/// <param name="Series">Name of the subfolder it lies in; null in the inbox itself.</param>
/// <param name="Length">In bytes.</param>
public sealed record InboxFile(string Path, string? Series, long Length, DateTime ModifiedUtc)
{
    /// <summary>Folders inside the inbox, and inside each series' folder, that finished files move to.</summary>
    public const string Done = "done";

    public const string Failed = "failed";

    /// <summary>Endings of files that somebody is still writing.</summary>
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", "~"];

    /// <summary>What lies in the inbox and in its subfolders, each named after a series. Links are not followed.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it be.</exception>
    public static IReadOnlyList<InboxFile> In(string folder) =>
    [
        .. FilesOf(new DirectoryInfo(folder), series: null),
        .. new DirectoryInfo(folder).EnumerateDirectories()
            .Where(inner => inner.Name is not (Done or Failed) && !inner.Name.StartsWith('.') && inner.LinkTarget is null)
            .OrderBy(inner => inner.Name, StringComparer.Ordinal)
            .SelectMany(inner => FilesOf(inner, inner.Name)),
    ];

    private static IEnumerable<InboxFile> FilesOf(DirectoryInfo folder, string? series) => folder.EnumerateFiles()
        .Where(file => !file.Name.StartsWith('.') && file.LinkTarget is null
            && !Unfinished.Any(ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => new InboxFile(file.FullName, series, file.Length, file.LastWriteTimeUtc));
}

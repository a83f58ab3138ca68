using Bot.Intake;

namespace Bot.Verbs;

/// <summary>A FILE argument's content.</summary>
/// <param name="Bytes">Null if over the limit.</param>
internal sealed record DocumentFile(byte[]? Bytes)
{
    /// <summary>Reads a file, <c>-</c> for standard input. Null, with a line on standard error, if it cannot be read.</summary>
    public static async Task<DocumentFile?> ReadAsync(
        CommandLineContext commandLine,
        string file,
        int limit,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(commandLine.PathOf(file));
            return new DocumentFile(await LimitedBytes.ReadAsync(stream, limit, cancellationToken));
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            commandLine.Complain(
                exception is FileNotFoundException or DirectoryNotFoundException
                    ? HostTexts.Both("DocumentFile.ThereIsNoSuchFile", file)
                    : HostTexts.Both("DocumentFile.CannotBeRead", file, exception.Message)
            );
            return null;
        }
    }
}

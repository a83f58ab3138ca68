using Bot.Intake;

namespace Bot.Verbs;

/// <summary>A FILE argument's content.</summary>
/// <param name="Bytes">Null: more than the limit.</param>
internal sealed record DocumentFile(byte[]? Bytes)
{
    /// <summary>Reads a file, <c>-</c> for standard input. Null, after a line on standard error, if it cannot be read.</summary>
    public static async Task<DocumentFile?> ReadAsync(Surroundings surroundings, string file, int limit, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(surroundings.PathOf(file));
            return new DocumentFile(await LimitedBytes.ReadAsync(stream, limit, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            surroundings.Complain(exception is FileNotFoundException or DirectoryNotFoundException
                ? new($"{file}: ファイルがありません", $"{file}: there is no such file")
                : new($"{file}: 読めません（{exception.Message}）", $"{file}: cannot be read ({exception.Message})"));
            return null;
        }
    }
}

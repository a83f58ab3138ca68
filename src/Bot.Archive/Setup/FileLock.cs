using System.Globalization;

namespace Bot.Archive.Setup;

/// <summary>
/// An exclusively opened file. The operating system lets go of it when the process dies, however it dies, so holding it
/// proves that its former holder is gone. The file itself stays: removing it would let two processes lock two files of one name.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Null while somebody else holds it. Throws <see cref="UnauthorizedAccessException"/> or <see cref="DirectoryNotFoundException"/> if it cannot exist.</summary>
    public static FileLock? TryTake(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }

        // For the operator who looks into it; nothing reads it.
        file.SetLength(0);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n"));
        file.Flush();
        return new FileLock(file);
    }

    public void Dispose() => _file.Dispose();
}

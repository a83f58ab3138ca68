using System.Globalization;
using System.Text;

namespace Bot.Archive.Setup;

/// <summary>
/// An exclusively opened file. The operating system releases it whenever and however the process dies, so holding it
/// proves that the previous holder is gone. The file itself stays: removing it would let two processes lock two files
/// with the same name.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private const int LongestContent = 256;

    private readonly FileStream _file;

    private FileLock(FileStream file, string former) => (_file, Former) = (file, former);

    /// <summary>What the previous holder wrote into it; empty if there was none.</summary>
    public string Former { get; }

    /// <summary>
    /// Null while another process holds it. Throws <see cref="UnauthorizedAccessException"/> or
    /// <see cref="DirectoryNotFoundException"/> if it cannot exist.
    /// </summary>
    public static FileLock? TryTake(string path)
    {
        FileStream file;
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            file = new FileStream(path, options);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }

        var former = new byte[Math.Min(file.Length, LongestContent)];
        file.ReadExactly(former);
        var held = new FileLock(file, Encoding.ASCII.GetString(former));
        held.Write("");
        return held;
    }

    /// <summary>
    /// Replaces the file's content with the process id, for an operator who looks into it, and a note on a separate line.
    /// </summary>
    public void Write(string note)
    {
        _file.SetLength(0);
        _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{note}")));
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();
}

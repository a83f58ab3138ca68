using System.Globalization;
using System.Text;

namespace Bot.Archive.Setup;

/// <summary>
/// An exclusively opened file. The operating system lets go of it when the process dies, however it dies, so holding it
/// proves that its former holder is gone. The file itself stays: removing it would let two processes lock two files of one name.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private const int LongestContent = 256;

    private readonly FileStream _file;

    private FileLock(FileStream file, string former) => (_file, Former) = (file, former);

    /// <summary>What its former holder wrote into it; empty if there was none.</summary>
    public string Former { get; }

    /// <summary>Null while somebody else holds it. Throws <see cref="UnauthorizedAccessException"/> or <see cref="DirectoryNotFoundException"/> if it cannot exist.</summary>
    public static FileLock? TryTake(string path)
    {
        FileStream file;
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
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

    /// <summary>Replaces what stands in the file by the process's id, for the operator who looks into it, and a note on a line of its own.</summary>
    public void Write(string note)
    {
        _file.SetLength(0);
        _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{note}")));
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Archive.Setup;

/// <summary>What kind of thing a path refers to.</summary>
public enum FileKind
{
    Regular,
    Folder,
    Link,
    Pipe,
    Socket,
    Device,
}

/// <summary>
/// What Linux reports about a path without opening it: opening a pipe would wait for its writer, and .NET exposes neither
/// kinds nor identities. Links are not followed.
/// </summary>
/// <param name="Device">
/// With <paramref name="Inode"/>, the file's identity: a different file with the same name has a different one.
/// </param>
public readonly record struct FileStatus(FileKind Kind, ulong Device, ulong Inode)
{
    // https://man7.org/linux/man-pages/man2/statx.2.html: the same layout on every architecture, unlike stat.
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint TypeAndInode = 0x101;
    private const int Size = 256;
    private const int ModeAt = 28;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;
    private const int TypeMask = 0xF000;

    /// <summary>Null if nothing is there or it cannot be accessed, and on systems other than Linux.</summary>
    public static FileStatus? Of(string path)
    {
        var buffer = new byte[Size];
        return OperatingSystem.IsLinux() && Ask(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), NoFollow, TypeAndInode, buffer) == 0
            ? new FileStatus(
                KindOf(BinaryPrimitives.ReadUInt16LittleEndian(buffer.AsSpan(ModeAt))),
                BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(DeviceAt)),
                BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(InodeAt))
            )
            : null;
    }

    private static FileKind KindOf(int mode) =>
        (mode & TypeMask) switch
        {
            0x1000 => FileKind.Pipe,
            0x4000 => FileKind.Folder,
            0x8000 => FileKind.Regular,
            0xA000 => FileKind.Link,
            0xC000 => FileKind.Socket,
            _ => FileKind.Device,
        };

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(int folder, byte[] path, int flags, uint mask, byte[] status);
}

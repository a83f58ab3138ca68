using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Intake.Inbox;

/// <summary>Moves finished files away, each with a note of what became of it. Never overwrites anything there.</summary>
internal static class InboxShelf
{
    /// <summary>In bytes, on all file systems in use.</summary>
    private const int LongestName = 255;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Moves a file to the <c>done</c> or <c>failed</c> folder beside it, under the first free number of its name. The note is written
    /// first: a crash in between leaves the file in the inbox, and taking it again is harmless.
    /// </summary>
    /// <param name="note">Extension of the note's name: <c>receipt</c> or <c>reason</c>.</param>
    /// <returns>Where the file is now.</returns>
    public static string Put(string path, string shelf, string note, string text)
    {
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(path)!, shelf));
        while (true)
        {
            var target = Free(path, shelf);
            var beside = Path.Combine(Path.GetDirectoryName(target)!, Fit(Path.GetFileName(target), $".{note}.txt"));

            // A note without its file was left by a crashed attempt: write it again.
            File.WriteAllText(beside, text, Utf8);
            try
            {
                File.Move(path, target, overwrite: false);
                return target;
            }
            catch (IOException) when (File.Exists(target) && File.Exists(path))
            {
                // Somebody else took the name in between.
            }
        }
    }

    /// <summary>Where a file would be moved now: under the first free number of its name.</summary>
    public static string Free(string path, string shelf)
    {
        var folder = Path.Combine(Path.GetDirectoryName(path)!, shelf);
        var (stem, ending) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? stem + ending : Fit(stem, string.Create(CultureInfo.InvariantCulture, $".{number}{ending}"));
            if (Path.Combine(folder, name) is var target && !File.Exists(target))
            {
                return target;
            }
        }
    }

    /// <summary>Both joined; if that is too long for a file system, the name is cut and made unique by its hash.</summary>
    private static string Fit(string name, string ending)
    {
        if (Utf8.GetByteCount(name + ending) <= LongestName)
        {
            return name + ending;
        }

        var mark = $"~{Convert.ToHexStringLower(SHA256.HashData(Utf8.GetBytes(name))[..4])}{ending}";
        var kept = new StringBuilder();
        var room = LongestName - Utf8.GetByteCount(mark);
        foreach (var rune in name.EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.Append(mark).ToString();
    }
}

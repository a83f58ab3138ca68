using System.Globalization;
using System.Text;

namespace Bot.Intake;

/// <summary>The command that delivers a stored document although its day is old, ready to be pasted into a shell.</summary>
public static class DeliverCommand
{
    private const string SafeMarks = "_@%+=:,./-";

    /// <param name="file">Path of its file, relative to where the command is run; <c>-</c>: standard input.</param>
    /// <param name="request">The other options of the request.</param>
    public static string Of(string file, IntakeRequest request)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(request);
        var words = new List<string> { "ingest", "--deliver" };
        if (request.Series is { } series)
        {
            words.AddRange(["--series", Quoted(series)]);
        }

        if (request.Date is { } date)
        {
            words.AddRange(["--date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
        }

        if (request.Edition is { } edition)
        {
            words.AddRange(["--edition", Quoted(edition)]);
        }

        words.Add(file == "-" ? file : Quoted(file.StartsWith('-') ? "./" + file : file));
        return string.Join(' ', words);
    }

    /// <summary>A word quoted so that a POSIX shell takes it literally; with control characters, as bash, zsh and POSIX 2024 do.</summary>
    private static string Quoted(string word)
    {
        if (word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || SafeMarks.Contains(c, StringComparison.Ordinal)))
        {
            return word;
        }

        return word.Any(char.IsControl) ? Escaped(word) : "'" + word.Replace("'", @"'\''", StringComparison.Ordinal) + "'";
    }

    private static string Escaped(string word)
    {
        var text = new StringBuilder("$'");
        foreach (var c in word)
        {
            _ =
                c is '\'' or '\\' ? text.Append('\\').Append(c)
                : char.IsControl(c) ? text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
                : text.Append(c);
        }

        return text.Append('\'').ToString();
    }
}

using Bot.Briefings.Model;

namespace Bot.Briefings.Text;

/// <summary>Turns offsets of a text into lines and columns. Lines end with LF, CR LF or CR.</summary>
public sealed class SourceMap
{
    private readonly List<int> _starts = [0];

    public SourceMap(string source)
    {
        var at = 0;
        while (true)
        {
            var next = source.AsSpan(at).IndexOfAny('\n', '\r');
            if (next < 0)
            {
                break;
            }

            at += next + 1;
            if (source[at - 1] == '\r' && at < source.Length && source[at] == '\n')
            {
                at++;
            }

            _starts.Add(at);
        }
    }

    public TextPosition At(int offset)
    {
        var line = _starts.BinarySearch(Math.Max(0, offset));
        line = line >= 0 ? line : ~line - 1;
        return new TextPosition(line + 1, Math.Max(0, offset) - _starts[line] + 1);
    }

    /// <summary>Offset of the first character of the line that holds <paramref name="offset"/>.</summary>
    public int LineStart(int offset)
    {
        var line = _starts.BinarySearch(offset);
        return line >= 0 ? offset : _starts[~line - 1];
    }
}

using System.Buffers;

namespace Bot.Briefings.Reading;

/// <summary>A part of a document that is kept as plain text.</summary>
internal readonly record struct PlainRegion(int Start, int End, string Reason);

/// <summary>
/// Finds what is too much for Markdig before Markdig sees it. Blocks that exceed a limit are masked: their punctuation becomes private
/// characters of the same length, so that all other positions stay the same, and is restored in the tree afterwards.
/// </summary>
internal sealed class ComplexityGuard(string source, ReadLimits limits)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("[*_`<&|\\!]");

    private readonly List<PlainRegion> _regions = [];
    private int _blockStart;
    private int _openers;
    private int _marks;
    private int _depth;
    private int _lines;
    private int _allOpeners;
    private int _allMarks;

    /// <summary>Regions in order; the last one may extend to the end of the document.</summary>
    public IReadOnlyList<PlainRegion> Regions => _regions;

    /// <summary>Length of the parsed text; the rest is plain.</summary>
    public int ParsedLength { get; private set; } = source.Length;

    public void Scan()
    {
        var start = 0;
        while (start < source.Length)
        {
            var offset = source.AsSpan(start).IndexOfAny('\n', '\r');
            var end = offset < 0 ? source.Length : start + offset;
            var line = source.AsSpan(start, end - start);
            var indent = Indent(line, out var columns);
            if (indent == line.Length)
            {
                Close(start);
            }
            else
            {
                if (BeginsBlock(line, indent, columns))
                {
                    Close(start);
                }

                Count(line, indent, columns);
                if (++_lines > limits.MaxLines || _allOpeners > limits.MaxOpeners || _allMarks > limits.MaxMarks)
                {
                    Cut();
                    return;
                }
            }

            start = Math.Min(source.Length, end + 1);
        }

        Close(source.Length);
    }

    private void Cut()
    {
        var reason = _lines > limits.MaxLines ? "lines" : "openers";
        ParsedLength = _blockStart;
        _regions.Add(new PlainRegion(_blockStart, source.Length, reason));
    }

    private void Close(int end)
    {
        var reason =
            _depth > limits.MaxDepth ? "depth"
            : _openers > limits.MaxBlockOpeners || _marks > limits.MaxBlockMarks ? "openers"
            : end - _blockStart > limits.MaxBlockLength
            && source.AsSpan(_blockStart, end - _blockStart).Trim().Length > limits.MaxBlockLength
                ? "length"
            : null;
        if (reason is not null)
        {
            _regions.Add(new PlainRegion(_blockStart, end, reason));
        }

        _blockStart = end;
        _openers = _marks = _depth = 0;
    }

    private void Count(ReadOnlySpan<char> line, int indent, int columns)
    {
        _depth = Math.Max(_depth, Depth(line, indent, columns));
        var openers = 0;
        var marks = 0;
        var previous = '\0';
        var at = 0;
        while (line[at..].IndexOfAny(Marks) is >= 0 and var offset)
        {
            at += offset;
            var c = line[at];
            marks++;
            openers += c == '[' || (c is '*' or '_' && !(offset == 0 && previous == c)) ? 1 : 0;
            previous = c;
            at++;
        }

        _openers += openers;
        _marks += marks;
        _allOpeners += openers;
        _allMarks += marks;
    }

    /// <summary>A heading or list item starts a new block, whatever is above it.</summary>
    private static bool BeginsBlock(ReadOnlySpan<char> line, int indent, int columns)
    {
        if (columns > 3)
        {
            return false;
        }

        var c = line[indent];
        var next = indent + 1 < line.Length ? line[indent + 1] : ' ';
        return (c == '#' && next is '#' or ' ') || (c is '-' or '*' or '+' && next is ' ' or '\t');
    }

    private static int Indent(ReadOnlySpan<char> line, out int columns)
    {
        columns = 0;
        var i = 0;
        while (i < line.Length && line[i] is ' ' or '\t')
        {
            columns = line[i] == '\t' ? (columns + 4) & ~3 : columns + 1;
            i++;
        }

        return i;
    }

    /// <summary>Markers of quotes and lists before a line's text.</summary>
    private int Depth(ReadOnlySpan<char> line, int indent, int columns)
    {
        var markers = 0;
        var i = indent;
        while (i < line.Length && markers <= limits.MaxDepth)
        {
            var c = line[i];
            if (c is ' ' or '\t')
            {
                columns += c == '\t' ? 4 : 1;
            }
            else if (c == '>' || (c is '-' or '*' or '+' && i + 1 < line.Length && line[i + 1] is ' ' or '\t'))
            {
                markers++;
                columns++;
            }
            else if (char.IsAsciiDigit(c))
            {
                var j = i;
                while (j < line.Length && j - i < 10 && char.IsAsciiDigit(line[j]))
                {
                    j++;
                }

                if (j + 1 >= line.Length || line[j] is not ('.' or ')') || line[j + 1] is not (' ' or '\t'))
                {
                    break;
                }

                columns += j - i + 1;
                i = j;
                markers++;
            }
            else
            {
                break;
            }

            i++;
        }

        // Deep indentation alone is code; only markers turn it into containers.
        return markers == 0 ? 0 : markers + (columns / 2);
    }
}

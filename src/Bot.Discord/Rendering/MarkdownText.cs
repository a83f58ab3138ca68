using System.Text;

namespace Bot.Discord.Rendering;

/// <summary>Style of a run of text.</summary>
[Flags]
internal enum TextStyle
{
    Plain = 0,
    Bold = 1,
    Italic = 2,
    Struck = 4,
}

/// <summary>
/// Writes Discord's Markdown: lines with their prefixes, and runs of text whose marks open right before a letter and close right after
/// one, so that they work whatever surrounds them. Everything open is closed at the end of a line.
/// </summary>
internal sealed class MarkdownText
{
    /// <summary>Separates marks that would be read as one; invisible.</summary>
    private const char Apart = '\u200B';

    private static readonly (TextStyle Style, string Mark)[] Marks =
    [
        (TextStyle.Bold, "**"),
        (TextStyle.Italic, "*"),
        (TextStyle.Struck, "~~"),
    ];

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _blanks = new();
    private readonly Stack<(TextStyle Style, string Mark)> _open = new();
    private string? _link;
    private string _firstPrefix = "";
    private string _prefix = "";
    private int _lineText = -1;
    private bool _closed;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Whether the line already has text.</summary>
    private bool InLine => _lineText >= 0;

    /// <summary>Sets the prefix of each following line; the first may differ, as for a list item.</summary>
    /// <returns>The previous prefixes, to pass to <see cref="Restore"/>.</returns>
    public (string First, string Next) Indent(string first, string next)
    {
        var outer = (_firstPrefix, _prefix);
        (_firstPrefix, _prefix) = (_firstPrefix + first, _prefix + next);
        return outer;
    }

    /// <summary>Ends the line and restores the outer prefixes.</summary>
    public void Restore((string First, string Next) outer)
    {
        EndLine();
        // The first line's prefix has been used up.
        (_firstPrefix, _prefix) = (outer.Next, outer.Next);
    }

    /// <summary>Ends the line, if one has begun.</summary>
    public void EndLine()
    {
        if (!InLine)
        {
            return;
        }

        Close();
        _blanks.Clear();
        if (DiscordEscape.LineStart(_text, _lineText) is >= 0 and var at)
        {
            _text.Insert(at, '\\');
        }

        _lineText = -1;
        _firstPrefix = _prefix;
    }

    /// <summary>An empty line, with its prefix.</summary>
    public void BlankLine()
    {
        EndLine();
        if (_text.Length > 0)
        {
            _text.Append('\n').Append(_prefix.TrimEnd());
        }
    }

    /// <summary>The author's or bot's words, escaped.</summary>
    /// <param name="url">The address that the words link to, or null.</param>
    public void Words(ReadOnlySpan<char> text, TextStyle style, string? url)
    {
        var words = text.TrimStart();
        _blanks.Append(text[..^words.Length]);
        var trimmed = words.TrimEnd();
        if (trimmed.Length == 0)
        {
            return;
        }

        Begin(style, url);
        DiscordEscape.Append(_text, trimmed);
        _blanks.Append(words[trimmed.Length..]);
        _closed = false;
    }

    /// <summary>Markdown that is complete in itself, such as code: written as it is.</summary>
    public void Raw(string markdown, TextStyle style = TextStyle.Plain, string? url = null)
    {
        Begin(style, url);
        if (markdown[0] == '`' && _text.Length > 0 && _text[^1] == '`')
        {
            // Two adjacent pieces of code would be read as one fence.
            _text.Append(Apart);
        }

        _text.Append(markdown);
        _closed = false;
    }

    /// <summary>An address that can be followed and shows no preview.</summary>
    public void Address(string url)
    {
        Begin(TextStyle.Plain, null);
        _text.Append('<');
        LinkTarget.Append(_text, url);
        _text.Append('>');
        _closed = false;
    }

    /// <summary>A source's number as a link to it, separated from a number right before it.</summary>
    public void Cite(string number, string url)
    {
        if (InLine && _blanks.Length == 0 && (_link is not null || (_text.Length > 0 && _text[^1] == ')')))
        {
            _blanks.Append(' ');
        }

        Begin(TextStyle.Plain, url);
        _text.Append("\\[").Append(number).Append("\\]");
        // Two citations of the same source are two links.
        Close();
    }

    /// <summary>A space before what follows, unless there is one or the line is empty.</summary>
    public void Blank()
    {
        if (InLine && _blanks.Length == 0)
        {
            _blanks.Append(' ');
        }
    }

    /// <summary>Literal lines in their own fence.</summary>
    public void Fenced(string language, IEnumerable<string> lines)
    {
        WholeLine("```" + language);
        foreach (var line in lines)
        {
            // A fence inside would end this one.
            WholeLine(WithoutRun(line, 3));
        }

        WholeLine("```");
    }

    /// <summary>The text with its backticks separated so that no run of this length is left.</summary>
    internal static string WithoutRun(string text, int length)
    {
        var run = new string('`', length);
        var parted = run[1..] + Apart + '`';
        // The first pass leaves runs where two separated ones meet.
        return text.Replace(run, parted, StringComparison.Ordinal).Replace(run, parted, StringComparison.Ordinal);
    }

    /// <summary>Takes what was written, and starts over.</summary>
    public string Take()
    {
        EndLine();
        var text = _text.ToString();
        _text.Clear();
        return text;
    }

    private void WholeLine(string line)
    {
        EndLine();
        NewLine();
        _text.Append(line);
        _lineText = -1;
        _firstPrefix = _prefix;
    }

    private void NewLine()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(_firstPrefix);
    }

    private void Begin(TextStyle style, string? url)
    {
        if (!InLine)
        {
            NewLine();
            _lineText = _text.Length;
            _blanks.Clear();
            _closed = false;
        }

        if (_link != url)
        {
            Close();
        }

        while (_open.TryPeek(out var top) && !style.HasFlag(top.Style))
        {
            CloseMark();
        }

        _text.Append(_blanks);
        _closed &= _blanks.Length == 0;
        _blanks.Clear();
        if (url is not null && _link is null)
        {
            _link = url;
            _text.Append('[');
            _closed = false;
        }

        foreach (var mark in Marks)
        {
            if (style.HasFlag(mark.Style) && !_open.Any(open => open.Style == mark.Style))
            {
                if (_closed)
                {
                    _text.Append(Apart);
                    _closed = false;
                }

                _open.Push(mark);
                _text.Append(mark.Mark);
            }
        }
    }

    private void Close()
    {
        while (_open.Count > 0)
        {
            CloseMark();
        }

        if (_link is { } url)
        {
            _text.Append("](<");
            LinkTarget.Append(_text, url);
            _text.Append(">)");
            _link = null;
            _closed = false;
        }
    }

    private void CloseMark()
    {
        _text.Append(_open.Pop().Mark);
        _closed = true;
    }
}

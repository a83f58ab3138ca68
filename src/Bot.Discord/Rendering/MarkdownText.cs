using System.Text;

namespace Bot.Discord.Rendering;

/// <summary>How a run of text is set.</summary>
[Flags]
internal enum TextStyle
{
    Plain = 0,
    Bold = 1,
    Italic = 2,
    Struck = 4,
}

/// <summary>
/// Writes Discord's Markdown: lines with what stands before them, and runs of text whose marks open right before a
/// letter and close right behind one, so that they hold whatever stands around them. Everything open is closed at the
/// end of a line.
/// </summary>
internal sealed class MarkdownText
{
    /// <summary>Keeps marks apart that would be read as one; nobody sees it.</summary>
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

    /// <summary>The line has text already.</summary>
    private bool InLine => _lineText >= 0;

    /// <summary>What stands before each line from now on; the first may differ, as a list item's does.</summary>
    /// <returns>What stood before, to be given to <see cref="Restore"/>.</returns>
    public (string First, string Next) Indent(string first, string next)
    {
        var outer = (_firstPrefix, _prefix);
        (_firstPrefix, _prefix) = (_firstPrefix + first, _prefix + next);
        return outer;
    }

    /// <summary>Ends the line and goes back to what stood before lines outside.</summary>
    public void Restore((string First, string Next) outer)
    {
        EndLine();
        // What the first line needed is used up.
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

    /// <summary>An empty line, with what stands before lines.</summary>
    public void BlankLine()
    {
        EndLine();
        if (_text.Length > 0)
        {
            _text.Append('\n').Append(_prefix.TrimEnd());
        }
    }

    /// <summary>Author's or bot's words; they cannot act.</summary>
    /// <param name="url">The address that the words lead to, or null.</param>
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
            // One code right behind another would be read as one fence.
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

    /// <summary>The number of a source as a link to it, set apart from a number right before it.</summary>
    public void Cite(string number, string url)
    {
        if (InLine && _blanks.Length == 0 && (_link is not null || (_text.Length > 0 && _text[^1] == ')')))
        {
            _blanks.Append(' ');
        }

        Begin(TextStyle.Plain, url);
        _text.Append("\\[").Append(number).Append("\\]");
        // Two marks that lead to one place are two links.
        Close();
    }

    /// <summary>A blank before what follows, unless there is one or the line begins.</summary>
    public void Blank()
    {
        if (InLine && _blanks.Length == 0)
        {
            _blanks.Append(' ');
        }
    }

    /// <summary>Lines that stand as they are, in a fence of their own.</summary>
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

    /// <summary>The text with its backticks set apart so that no run of so many is left.</summary>
    internal static string WithoutRun(string text, int length)
    {
        var run = new string('`', length);
        var parted = run[1..] + Apart + '`';
        // The first time leaves runs where two parted ones meet.
        return text.Replace(run, parted, StringComparison.Ordinal).Replace(run, parted, StringComparison.Ordinal);
    }

    /// <summary>What was written, and begins anew.</summary>
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

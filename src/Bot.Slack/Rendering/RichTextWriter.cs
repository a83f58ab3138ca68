using System.Text;
using Bot.Slack.Rendering.BlockKit;

namespace Bot.Slack.Rendering;

/// <summary>
/// Collects one <see cref="RichTextBlock"/>: runs of text, joined while they have the same style, and the elements made of them. Blank
/// lines are line feeds in the text, because Slack adds none between sections.
/// </summary>
internal sealed class RichTextWriter
{
    private readonly StringBuilder _run = new();
    private List<RichTextElement> _elements = [];
    private List<RichTextRun> _runs = [];
    private RichTextStyle _runStyle;
    private string? _runUrl;
    private int _feeds;
    private bool _joins;
    private char _last;

    /// <summary>Style of the text appended next.</summary>
    public RichTextStyle Style { get; set; }

    /// <summary>Link of the text appended next; null for none.</summary>
    public string? Url { get; set; }

    /// <summary>Whether the text is inside a quote.</summary>
    public bool IsQuoted { get; set; }

    public bool HasText => _run.Length > 0 || _runs.Count > 0;

    /// <summary>The last character of the text so far; a line feed at the start.</summary>
    public char Last => HasText ? _last : '\n';

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        Feed();
        Write(text, Style, Url);
    }

    /// <summary>
    /// Requests line feeds before the next text: 1 ends the line, 2 leave a blank one. Has no effect at the start of a block.
    /// </summary>
    public void Separate(int feeds)
    {
        if (_joins)
        {
            _joins = false;
            return;
        }

        _feeds = Math.Max(_feeds, feeds);
    }

    /// <summary>Keeps the next text on the same line, even if a separation was requested.</summary>
    public void Join() => (_joins, _feeds) = (true, 0);

    /// <summary>Ends the running text as an element: a section, or a quote.</summary>
    public void EndSection()
    {
        if (TakeRuns() is { Count: > 0 } runs)
        {
            _elements.Add(IsQuoted ? new RichTextQuote(runs) : new RichTextSection(runs));
        }
    }

    /// <summary>Ends the running text and adds an element of another kind.</summary>
    public void Add(RichTextElement element)
    {
        EndSection();
        _elements.Add(element);
    }

    /// <summary>Takes the running text for a list item or a cell.</summary>
    public List<RichTextRun> TakeRuns()
    {
        EndRun();
        var runs = _runs;
        (_runs, _feeds, _joins) = ([], 0, false);
        return runs;
    }

    /// <summary>Takes everything written; null if there is nothing.</summary>
    public RichTextBlock? Take(string? blockId = null)
    {
        EndSection();
        if (_elements.Count == 0)
        {
            return null;
        }

        var block = new RichTextBlock(_elements, blockId);
        _elements = [];
        return block;
    }

    private void Feed()
    {
        if (HasText)
        {
            Write("\n\n".AsSpan(0, _feeds), RichTextStyle.None, null);
        }
        else if (_feeds > 1 && _elements.Count > 0 && !IsQuoted)
        {
            Write("\n", RichTextStyle.None, null);
        }

        (_feeds, _joins) = (0, false);
    }

    private void Write(ReadOnlySpan<char> text, RichTextStyle style, string? url)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_run.Length > 0 && (style != _runStyle || url != _runUrl))
        {
            EndRun();
        }

        (_runStyle, _runUrl, _last) = (style, url, text[^1]);
        _run.Append(text);
    }

    private void EndRun()
    {
        if (_run.Length > 0)
        {
            _runs.AddRange(RichTextRuns.Cut(new RichTextRun(_run.ToString(), _runStyle, _runUrl)));
            _run.Clear();
        }
    }
}

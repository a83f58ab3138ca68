using Bot.Briefings.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Entries;

/// <summary>Collects the text of blocks and inlines with its marks. Not thread-safe; one serves a whole reading.</summary>
internal sealed class EntryTextReader : ITextMarks
{
    private readonly PlainText _plain;
    private List<CitationMark> _citations = [];
    private List<TextRange> _bold = [];
    private List<TextAnchor> _anchors = [];
    private int _boldFrom = -1;
    private int _boldFirst = -1;
    private int _depth;

    public EntryTextReader() => _plain = new PlainText(keepsLines: true, this);

    /// <summary>Whether to track where the text is in the source.</summary>
    public bool KeepsAnchors { get; set; } = true;

    public EntryText Read(Block block)
    {
        Append(block);
        return Take();
    }

    /// <summary>The length of what has been collected.</summary>
    public int Length => _plain.Length;

    /// <summary>The beginning of a text: whole inlines, until they have more characters than these.</summary>
    public EntryText ReadOpening(ContainerInline? inlines, int characters)
    {
        for (var inline = inlines?.FirstChild; inline is not null && _plain.Length <= characters; inline = inline.NextSibling)
        {
            _plain.Append(inline);
        }

        return Take();
    }

    public void Append(Block block)
    {
        _plain.Append(block);
        _plain.EndBlock();
    }

    public void Append(Inline inline) => _plain.Append(inline);

    public EntryText Take()
    {
        var text = new EntryText(_plain.Take(), Marks(ref _citations), Marks(ref _bold)) { Anchors = Marks(ref _anchors) };
        (_boldFrom, _depth) = (-1, 0);
        return text;
    }

    /// <summary>Most texts have no marks of a kind; a list is handed over only if it holds any.</summary>
    private static List<T> Marks<T>(ref List<T> marks)
    {
        var taken = marks.Count == 0 ? None<T>.Marks : marks;
        marks = marks.Count == 0 ? marks : [];
        return taken;
    }

    private static class None<T>
    {
        public static readonly List<T> Marks = [];
    }

    void ITextMarks.Citation(IReadOnlyList<int> numbers, int at)
    {
        foreach (var number in numbers)
        {
            _citations.Add(new CitationMark(at, number));
        }
    }

    void ITextMarks.BoldBegins(int at)
    {
        if (_depth++ == 0)
        {
            (_boldFrom, _boldFirst) = (at, -1);
        }
    }

    void ITextMarks.BoldEnds(int at)
    {
        if (--_depth == 0 && at > _boldFrom)
        {
            // A space before the run is written together with its first word.
            _bold.Add(new TextRange(_boldFirst >= 0 ? _boldFirst : _boldFrom, at));
        }
    }

    void ITextMarks.Source(int at, int source)
    {
        if (_depth > 0 && _boldFirst < 0)
        {
            _boldFirst = at;
        }

        if (KeepsAnchors && (_anchors.Count == 0 || _anchors[^1].Source + at - _anchors[^1].Offset != source))
        {
            _anchors.Add(new TextAnchor(at, source));
        }
    }
}

using System.Buffers;
using Bot.Briefings.Citations;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Text;

/// <summary>
/// Collects text without any markup: no emphasis, tags or citation marks, links as their text, no struck text, no zero-width characters,
/// spaces collapsed. A line break becomes a space, or nothing between wide characters (Japanese and Chinese); on request it is kept. Not
/// thread-safe; one serves a whole reading.
/// </summary>
/// <param name="keepsLines">Line breaks and block boundaries become line feeds.</param>
/// <param name="marks">Receives what is seen along the way.</param>
public sealed class PlainText(bool keepsLines = false, ITextMarks? marks = null)
{
    /// <summary>Spaces of any kind, and invisible characters.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create([
        ' ',
        '\t',
        '\n',
        '\r',
        '\u00A0',
        '\u3000',
        '\u202F',
        '\0',
        '\u000B',
        '\f',
        '\u2028',
        '\u2029',
        .. Folding.InvisibleCharacters,
    ]);

    private const int LeastBuffer = 256;

    private char[] _buffer = [];
    private int _length;
    private Gap _gap;
    private bool _afterCitation;
    private bool _silent;

    private enum Gap
    {
        None,
        Space,
        Line,
        Block,
    }

    public static string Of(ContainerInline? inlines) => new PlainText().Take(inlines);

    public static string Of(Block block) => new PlainText().Take(block);

    /// <summary>Plain text of some inlines.</summary>
    public string Take(ContainerInline? inlines)
    {
        Append(inlines);
        return Take();
    }

    /// <summary>Plain text of a block: its paragraphs joined by spaces, without code blocks.</summary>
    public string Take(Block block)
    {
        Append(block);
        return Take();
    }

    /// <summary>Takes what has been collected, and starts over.</summary>
    public string Take()
    {
        var text = _length == 0 ? "" : new string(_buffer, 0, _length);
        _length = 0;
        _gap = Gap.None;
        _afterCitation = _silent = false;
        return text;
    }

    /// <summary>Characters collected, without the space or line break that may follow.</summary>
    public int Length => _length;

    public void Append(Block block)
    {
        switch (block)
        {
            case CodeBlock or HtmlBlock or LinkReferenceDefinitionGroup or LinkReferenceDefinition:
                break;
            case LeafBlock leaf:
                Append(leaf.Inline);
                EndBlock();
                break;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    Append(child);
                }

                break;
        }
    }

    /// <summary>Separates what follows from what was collected.</summary>
    public void EndBlock()
    {
        _gap = Gap.Block;
        _silent = false;
    }

    /// <summary>Puts what follows on the next line.</summary>
    public void EndLine() => Break(Gap.Line);

    public void Append(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Append(inline);
        }
    }

    public void Append(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Append(literal.Content.AsSpan(), literal.Span.Start);
                break;
            case ContainerInline container:
                AppendContainer(container);
                break;
            case CodeInline code:
                Append(code.ContentSpan, code.Span.Start + code.DelimiterCount);
                break;
            case HtmlEntityInline entity:
                Append(entity.Transcoded.AsSpan(), entity.Span.Start);
                break;
            case LineBreakInline:
                Break(Gap.Line);
                break;
            case CitationInline citation:
                _afterCitation = true;
                marks?.Citation(citation.Numbers, _length);
                break;
            case AutolinkInline autolink:
                Append(autolink.Url.AsSpan(), autolink.Span.Start + 1);
                break;
            case HtmlInline html:
                AppendTag(html);
                break;
        }
    }

    private void AppendContainer(ContainerInline container)
    {
        switch (container)
        {
            case EmphasisInline { DelimiterChar: '~', DelimiterCount: 2 }:
                // What the author struck out no longer counts.
                break;
            case EmphasisInline { DelimiterCount: >= 2 } bold when marks is not null:
                marks.BoldBegins(_length);
                Append(bold);
                marks.BoldEnds(_length);
                break;
            case LinkInline link:
                Append(link);
                if (marks is not null && CitationParser.LabelOf(link) is { } number)
                {
                    marks.Citation([number], _length);
                }

                break;
            case PipeTableDelimiterInline { NextSibling: null }:
                Break(Gap.Space);
                break;
            case DelimiterInline delimiter:
                Append(delimiter.ToLiteral().AsSpan(), delimiter.Span.Start);
                Append(delimiter);
                break;
            default:
                Append(container);
                break;
        }
    }

    /// <param name="text">Text that is in the source verbatim, or is to be read as such.</param>
    /// <param name="source">Its position in the source; negative if it has none.</param>
    public void Append(ReadOnlySpan<char> text, int source = -1)
    {
        if (_silent)
        {
            return;
        }

        var whole = text.Length;
        while (text.Length > 0)
        {
            var run = Plainly(text);
            if (run > 0)
            {
                WriteGap(text[0]);
                _gap = Gap.None;
                _afterCitation = false;
                if (source >= 0)
                {
                    marks?.Source(_length, source + whole - text.Length);
                }

                Write(text[..run]);
                text = text[run..];
                continue;
            }

            // A joiner between emoji is written with what follows it; any other special character is a space or nothing.
            if (text[0] == '\u200D' && _length > 0 && Emoji.JoinsAt(_buffer.AsSpan(0, _length), text[1..]))
            {
                Write(text[..1]);
            }
            else if (!Folding.IsInvisible(text[0]))
            {
                Break(Gap.Space);
            }

            text = text[1..];
        }
    }

    /// <summary>The length of the text up to a special character; a single space between two others is none.</summary>
    private static int Plainly(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            // ASCII, kana and kanji, of which most text consists; the latter come in long runs.
            if (text[at] is > ' ' and <= '~')
            {
                continue;
            }

            if (text[at] is > '\u3000' and < '\uFE00')
            {
                var run = text[at..].IndexOfAnyExceptInRange('\u3001', '\uFDFF');
                if (run < 0)
                {
                    return text.Length;
                }

                at += run - 1;
                continue;
            }

            if (!Special.Contains(text[at]))
            {
                continue;
            }

            if (text[at] != ' ' || at == 0 || at + 1 == text.Length || Special.Contains(text[at + 1]))
            {
                return at;
            }
        }

        return text.Length;
    }

    private void Break(Gap gap) => _gap = gap > _gap ? gap : _gap;

    private void WriteGap(char next)
    {
        if (_length == 0 || _gap == Gap.None)
        {
            return;
        }

        if (keepsLines && _gap >= Gap.Line)
        {
            Write("\n");
        }
        else if (!(_afterCitation && IsClosing(next)) && !(_gap == Gap.Line && Joins(_buffer[_length - 1], next)))
        {
            Write(" ");
        }
    }

    /// <summary>Lines of Japanese or Chinese text break anywhere; joined again, they have no space there.</summary>
    private static bool Joins(char last, char next) => Folding.IsWide(last) && (Folding.IsWide(next) || !char.IsLetterOrDigit(last));

    private void Write(ReadOnlySpan<char> text)
    {
        if (_length + text.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(Math.Max(LeastBuffer, _buffer.Length * 2), _length + text.Length));
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void AppendTag(HtmlInline html)
    {
        var tag = html.Tag;
        if (HtmlTag.IsBreak(tag))
        {
            Break(Gap.Line);
        }
        else if (HtmlTag.IsMention(tag))
        {
            Append(tag.AsSpan(), html.Span.Start);
        }
        else if (HtmlTag.Name(tag) is "script" or "style")
        {
            _silent = !HtmlTag.Closes(tag);
        }
        else if (HtmlTag.IsBlock(tag))
        {
            Break(Gap.Line);
        }
    }

    private static bool IsClosing(char c) =>
        c is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '。' or '、' or '，' or '．' or '！' or '？' or '）' or '」' or '』';
}

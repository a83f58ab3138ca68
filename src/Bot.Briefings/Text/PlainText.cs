using System.Buffers;
using Bot.Briefings.Citations;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Text;

/// <summary>
/// Collects text without any markup: no emphasis, tags or citation marks, links as their text, no zero-width characters,
/// spaces collapsed. Not thread-safe; one serves a whole reading.
/// </summary>
public sealed class PlainText
{
    /// <summary>Spaces of any kind, and characters that leave no mark.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [' ', '\t', '\n', '\r', '\u00A0', '\u3000', '\u202F', '\0', '\u000B', '\f', '\u2028', '\u2029', .. Folding.InvisibleCharacters]);

    private char[] _buffer = new char[256];
    private int _length;
    private bool _space;
    private bool _afterCitation;
    private bool _silent;

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

    /// <summary>What has been collected; collecting begins anew.</summary>
    public string Take()
    {
        var text = new string(_buffer, 0, _length);
        _length = 0;
        _space = _afterCitation = _silent = false;
        return text;
    }

    public void Append(Block block)
    {
        switch (block)
        {
            case CodeBlock or HtmlBlock or LinkReferenceDefinitionGroup or LinkReferenceDefinition:
                break;
            case LeafBlock leaf:
                Append(leaf.Inline);
                _space = true;
                _silent = false;
                break;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    Append(child);
                }

                break;
        }
    }

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
                Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                Append(code.ContentSpan);
                break;
            case HtmlEntityInline entity:
                Append(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline or PipeTableDelimiterInline { NextSibling: null }:
                _space = true;
                break;
            case CitationInline:
                _afterCitation = true;
                break;
            case AutolinkInline autolink:
                Append(autolink.Url.AsSpan());
                break;
            case HtmlInline html:
                AppendTag(html.Tag);
                break;
            case DelimiterInline delimiter:
                Append(delimiter.ToLiteral().AsSpan());
                Append((ContainerInline)delimiter);
                break;
            case ContainerInline container:
                Append(container);
                break;
        }
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (_silent)
        {
            return;
        }

        while (text.Length > 0)
        {
            var run = text.IndexOfAny(Special);
            run = run < 0 ? text.Length : run;
            if (run > 0)
            {
                if (_length > 0 && _space && !(_afterCitation && IsClosing(text[0])))
                {
                    Write(" ");
                }

                _space = _afterCitation = false;
                Write(text[..run]);
                text = text[run..];
                continue;
            }

            // A joiner between emoji is written with what follows it; everything else special is a space or nothing.
            if (text[0] == '\u200D' && _length > 0 && Emoji.JoinsAt(_buffer.AsSpan(0, _length), text[1..]))
            {
                Write(text[..1]);
            }
            else
            {
                _space |= !Folding.IsInvisible(text[0]);
            }

            text = text[1..];
        }
    }

    private void Write(ReadOnlySpan<char> text)
    {
        if (_length + text.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + text.Length));
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void AppendTag(string tag)
    {
        if (HtmlTag.IsBreak(tag))
        {
            _space = true;
        }
        else if (HtmlTag.IsMention(tag))
        {
            Append(tag.AsSpan());
        }
        else if (HtmlTag.Name(tag) is "script" or "style")
        {
            _silent = !HtmlTag.Closes(tag);
        }
    }

    private static bool IsClosing(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '。' or '、' or '，' or '．' or '！' or '？' or '）' or '」' or '』';
}

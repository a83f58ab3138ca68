using System.Text;
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
    private readonly StringBuilder _text = new();
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
        var text = _text.ToString();
        _text.Clear();
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

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r' or '\u00A0' or '\u3000' or '\u202F' or '\0' or '\u000B' or '\f' or '\u2028' or '\u2029')
            {
                _space = true;
                continue;
            }

            if (c >= '\u00AD' && Folding.IsInvisible(c) && !(c == '\u200D' && Emoji.JoinsAt(text, i)))
            {
                continue;
            }

            if (_text.Length > 0 && _space && !(_afterCitation && IsClosing(c)))
            {
                _text.Append(' ');
            }

            _space = _afterCitation = false;
            _text.Append(c);
        }
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

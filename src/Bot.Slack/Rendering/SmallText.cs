using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Briefings.Citations;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Posts;
using Bot.Slack.Rendering.BlockKit;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Slack.Rendering;

/// <summary>
/// Small type: a <see cref="ContextBlock"/> with one element per paragraph. Its text is plain unless it has links, which Slack offers
/// there only in mrkdwn. Emphasis is left out: mrkdwn needs spaces around it, which Japanese does not have.
/// </summary>
internal sealed partial class SmallText
{
    private const string Marks = "*_~`";

    private readonly StringBuilder _words = new();
    private readonly StringBuilder _mrkdwn = new();
    private bool _hasLinks;
    private bool _hasMarks;

    /// <summary>
    /// Null if a context cannot express it: it has blocks other than paragraphs, is too long, or has links beside characters that mrkdwn
    /// would take for markup.
    /// </summary>
    public static ContextBlock? Of(RoleBlock block)
    {
        var elements = new List<(TextObject, string)>();
        foreach (var child in block)
        {
            if (child is not ParagraphBlock paragraph)
            {
                return null;
            }

            var text = new SmallText();
            text.Write(paragraph.Inline);
            var words = text._words.ToString();
            if (text._hasLinks && text._hasMarks)
            {
                return null;
            }

            if (words.AsSpan().Trim().Length > 0)
            {
                elements.Add((new TextObject(text._hasLinks ? text._mrkdwn.ToString() : words, text._hasLinks), words));
            }
        }

        var context = new ContextBlock(elements);
        return context.IsWithinLimits ? context : null;
    }

    private void Write(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case CitationInline citation:
                    Write(citation);
                    break;
                case LinkInline link when SafeUrl.Of(link.Url) is { } url:
                    Link(url, FlatText.Of(link));
                    break;
                case ContainerInline inner:
                    Write(inner);
                    break;
                default:
                    Text(FlatText.Of(inline));
                    break;
            }
        }
    }

    private void Write(CitationInline citation)
    {
        foreach (var (number, url) in CitationResolver.Links(citation))
        {
            if (_words.Length > 0 && !char.IsWhiteSpace(_words[^1]))
            {
                Text(" ");
            }

            var mark = string.Create(CultureInfo.InvariantCulture, $"[{number}]");
            if (url is null)
            {
                Text(mark);
            }
            else
            {
                Link(url, mark);
            }
        }
    }

    private void Text(string text)
    {
        _words.Append(text);
        _mrkdwn.Append(Mrkdwn.Escape(text));
        _hasMarks |= HasMarks(text);
    }

    private void Link(string url, string text)
    {
        _hasLinks = true;
        _hasMarks |= HasMarks(text);
        _words.Append(text);
        _mrkdwn.Append(Mrkdwn.Link(url, text));
    }

    /// <summary>A mark of emphasis or code, or a colon, which may delimit the name of an emoji.</summary>
    private static bool HasMarks(string text) => text.AsSpan().IndexOfAny(Marks) >= 0 || EmojiName().IsMatch(text);

    [GeneratedRegex(@":[A-Za-z0-9_+'-]+:", RegexOptions.NonBacktracking)]
    private static partial Regex EmojiName();
}

using System.Net;
using Bot.Briefings.Links;

namespace Bot.Briefings.References;

/// <summary>An entry's address: from its links, or else from the source, where emphasis has not consumed its underscores.</summary>
internal sealed class ReferenceAddress(string source)
{
    public bool IsIn(ReferenceDraft draft) =>
        draft.MarkUrl is not null || draft.Pieces.Exists(piece => piece.Url is not null) || UrlText.FindHttp(Source(draft), 0, out _) >= 0;

    /// <summary>The first http(s) address of a link, or else of the source text.</summary>
    public string? Of(ReferenceDraft draft, out string? unsafeUrl)
    {
        unsafeUrl = null;
        foreach (var (_, text, url) in draft.Pieces)
        {
            if (url is not null && LinkScheme.IsHttp(url))
            {
                // Markdig decodes entities in links, but not in <https://…>, which has no separate text.
                return text.Length == 0 ? WebUtility.HtmlDecode(url) : url;
            }
        }

        if (UrlText.FindHttp(Source(draft), 0, out var end) is >= 0 and var start)
        {
            return WebUtility.HtmlDecode(UrlText.Unescape(Source(draft)[start..end].ToString()));
        }

        if (draft.MarkUrl is { } mark && LinkScheme.IsHttp(mark))
        {
            return mark;
        }

        unsafeUrl = UrlText.FindUnsafe(draft.Text);
        return null;
    }

    /// <summary>The text with a space instead of each address.</summary>
    public static string Without(string text)
    {
        while (UrlText.FindHttp(text, 0, out var end) is >= 0 and var start)
        {
            text = text[..start] + " " + text[end..];
        }

        if (UrlText.FindUnsafe(text) is { } other)
        {
            text = text.Replace(other, " ", StringComparison.Ordinal);
        }

        return text;
    }

    private ReadOnlySpan<char> Source(ReferenceDraft draft)
    {
        var start = Math.Min(draft.Start, source.Length);
        return source.AsSpan(start, Math.Clamp(draft.End, start, source.Length) - start);
    }
}

using System.Text.RegularExpressions;
using Bot.Briefings.Text;
using Markdig.Syntax.Inlines;

namespace Bot.Briefings.Inspection;

/// <summary>Words that would notify people if a platform interpreted them.</summary>
internal static partial class Mention
{
    /// <summary>The first mention in a text, or null.</summary>
    public static string? Find(string text) =>
        text.AsSpan().IndexOfAny('@', '<') >= 0 && Pattern().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>Plain text of inlines without code.</summary>
    public static string WithoutCode(ContainerInline inlines, PlainText plain)
    {
        Append(inlines, plain);
        return plain.Take();
    }

    private static void Append(ContainerInline inlines, PlainText plain)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is CodeInline)
            {
                plain.Append(" ");
            }
            else if (inline is ContainerInline container and not DelimiterInline)
            {
                Append(container, plain);
            }
            else
            {
                plain.Append(inline);
            }
        }
    }

    [GeneratedRegex(
        @"(?:^|[^\p{L}\p{N}_.])@(?:everyone|here|channel|all)(?:$|[^\p{L}\p{N}_])|@(?:everyone|here|channel)(?:$|[^A-Za-z0-9_.\-])|<!(?:channel|here|everyone|group|subteam\^[^>]{0,80}|date\^[^>]{0,80})[^>]{0,40}>|<@[!&]?[A-Z0-9]{1,24}(?:\|[^>]{0,80})?>|<#[A-Z0-9]{1,24}(?:\|[^>]{0,80})?>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Pattern();
}

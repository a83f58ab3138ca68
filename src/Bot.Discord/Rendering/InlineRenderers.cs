using Bot.Chat.Trees;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Bot.Discord.Rendering;

internal sealed class LiteralRenderer : MarkdownObjectRenderer<ComponentRenderer, LiteralInline>
{
    protected override void Write(ComponentRenderer renderer, LiteralInline inline) =>
        renderer.Text.Words(inline.Content.AsSpan(), renderer.Style, renderer.Url);
}

internal sealed class EmphasisRenderer : MarkdownObjectRenderer<ComponentRenderer, EmphasisInline>
{
    protected override void Write(ComponentRenderer renderer, EmphasisInline inline)
    {
        var outer = renderer.Style;
        renderer.Style |= (inline.DelimiterChar, inline.DelimiterCount) switch
        {
            ('*' or '_', >= 2) => TextStyle.Bold,
            ('*' or '_', _) => TextStyle.Italic,
            ('~', >= 2) => TextStyle.Struck,
            _ => TextStyle.Plain,
        };
        renderer.WriteChildren(inline);
        renderer.Style = outer;
    }
}

internal sealed class CodeSpanRenderer : MarkdownObjectRenderer<ComponentRenderer, CodeInline>
{
    protected override void Write(ComponentRenderer renderer, CodeInline inline)
    {
        var code = inline.Content.Replace('\n', ' ').Trim();
        if (code.Length == 0)
        {
            return;
        }

        // If the code would end what surrounds it, only the words are shown.
        if (renderer.Url is not null && code.AsSpan().IndexOfAny("[]`\\") >= 0)
        {
            renderer.Text.Words(code, renderer.Style, renderer.Url);
            return;
        }

        // Three backticks would start a block anywhere.
        code = MarkdownText.WithoutRun(code, 2);
        var fence = code.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        var pad = code[0] == '`' || code[^1] == '`' ? " " : "";
        // Discord looks for the end of emphasis before it looks for code.
        var style = code.AsSpan().IndexOfAny("*_~\\") >= 0 ? TextStyle.Plain : renderer.Style;
        renderer.Text.Raw(fence + pad + Readable(code) + pad + fence, style, renderer.Url);
    }

    private static string Readable(string code) =>
        string.Concat(code.EnumerateRunes().Where(rune => rune.Value >= ' ').Select(rune => rune.ToString()));
}

internal sealed class LineBreakRenderer : MarkdownObjectRenderer<ComponentRenderer, LineBreakInline>
{
    protected override void Write(ComponentRenderer renderer, LineBreakInline inline)
    {
        if (inline.IsHard && !renderer.IsOneLine && renderer.Url is null)
        {
            renderer.Text.EndLine();
        }
        else
        {
            renderer.Text.Words(" ", renderer.Style, renderer.Url);
        }
    }
}

/// <summary>A link whose words say where it leads. If they look like an address themselves, the address is shown.</summary>
internal sealed class LinkRenderer : MarkdownObjectRenderer<ComponentRenderer, LinkInline>
{
    protected override void Write(ComponentRenderer renderer, LinkInline inline)
    {
        var words = FlatText.Plain(inline);
        if (inline.Url is not { Length: > 0 } url || renderer.Links == Links.None || renderer.Url is not null)
        {
            renderer.WriteChildren(inline);
        }
        else if (!LinkTarget.CanBeFollowed(url))
        {
            renderer.WriteChildren(inline);
            if (LinkTarget.Shown(url) is var shown && !words.Contains(shown, StringComparison.OrdinalIgnoreCase))
            {
                renderer.Text.Words($" ({shown})", renderer.Style, null);
            }
        }
        else if (words.Length == 0 || LinkTarget.IsAddress(words, url))
        {
            renderer.Text.Address(url);
        }
        else if (LinkTarget.MayMask(words, url))
        {
            renderer.Url = url;
            renderer.WriteChildren(inline);
            renderer.Url = null;
        }
        else
        {
            renderer.WriteChildren(inline);
            renderer.Text.Blank();
            renderer.Text.Address(url);
        }
    }
}

/// <summary>Any node unknown to this folder: its words.</summary>
internal sealed class UnknownInlineRenderer : MarkdownObjectRenderer<ComponentRenderer, Inline>
{
    protected override void Write(ComponentRenderer renderer, Inline inline)
    {
        if (inline is ContainerInline container and not DelimiterInline)
        {
            renderer.WriteChildren(container);
        }
        else
        {
            renderer.Text.Words(FlatText.Of(inline).Replace(FlatText.Citation, ' '), renderer.Style, renderer.Url);
        }
    }
}

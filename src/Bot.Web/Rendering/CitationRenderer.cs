using System.Globalization;
using Bot.Briefings.Citations;
using Bot.Briefings.Model;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Bot.Web.Rendering;

/// <summary>
/// A citation: each number small and in brackets, linked to its source and labelled with publisher and title. A number without a
/// reference or address is plain.
/// </summary>
internal sealed class CitationRenderer : HtmlObjectRenderer<CitationInline>
{
    protected override void Write(HtmlRenderer renderer, CitationInline inline)
    {
        renderer.Write("<span class=\"cites\">");
        for (var i = 0; i < inline.Numbers.Count; i++)
        {
            var source = i < inline.Sources.Count ? inline.Sources[i] : null;
            WriteNumber(renderer, inline.Numbers[i], source, source?.Url ?? (inline.Numbers.Count == 1 ? inline.Url : null));
        }

        renderer.Write("</span>");
    }

    private static void WriteNumber(HtmlRenderer renderer, int number, Reference? source, string? url)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var name = source is null ? "" : Name(source);
        if (!SafeLink.IsSafe(url))
        {
            renderer.Write("<span class=\"cite\"");
            WriteAttribute(renderer, "title", name);
            renderer.Write('>').Write('[').Write(digits).Write("]</span>");
            return;
        }

        renderer.Write("<a class=\"cite\" href=\"").WriteEscapeUrl(url).Write("\" rel=\"").Write(SafeLink.Rel).Write('"');
        WriteAttribute(renderer, "title", name);
        WriteAttribute(renderer, "aria-label", name.Length > 0 ? $"[{digits}] {name}" : "");
        renderer.Write('>').Write('[').Write(digits).Write("]</a>");
    }

    private static string Name(Reference source) =>
        (source.Publisher, source.Title) switch
        {
            ({ Length: > 0 } publisher, { Length: > 0 } title) => $"{publisher} – {title}",
            ({ Length: > 0 } publisher, _) => publisher,
            (_, { Length: > 0 } title) => title,
            _ => source.Text,
        };

    private static void WriteAttribute(HtmlRenderer renderer, string attribute, string value)
    {
        if (value.Length > 0)
        {
            renderer.Write(' ').Write(attribute).Write("=\"").WriteEscape(value).Write('"');
        }
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Acceptance.Tests.Pictures;

/// <summary>Draws a Discord message as HTML: content in Discord's Markdown, or components. Of anything unknown it throws.</summary>
internal static partial class DiscordPicture
{
    public static string Of(JsonElement message)
    {
        var html = new StringBuilder();
        if (message.TryGetProperty("content", out var content))
        {
            html.Append(Text(content.GetString()!));
        }

        foreach (var component in Components(message))
        {
            html.Append(Component(component));
        }

        return html.ToString();
    }

    private static string Component(JsonElement component) =>
        component.GetProperty("type").GetInt32() switch
        {
            1 => $"<p class=actions>{string.Concat(Components(component).Select(Component))}</p>",
            2 => $"<button>{Encode(component.GetProperty("label").GetString()!)}</button>",
            10 => $"<div>{Text(component.GetProperty("content").GetString()!)}</div>",
            14 => "<hr>",
            17 =>
                $"<section style='border-left-color:#{Colour(component):x6}'>{string.Concat(Components(component).Select(Component))}</section>",
            var other => throw new NotSupportedException($"No picture of the component {other}: {component}"),
        };

    private static int Colour(JsonElement container) =>
        container.TryGetProperty("accent_color", out var colour) ? colour.GetInt32() : 0x80848e;

    private static List<JsonElement> Components(JsonElement parent) =>
        parent.TryGetProperty("components", out var components) ? [.. components.EnumerateArray()] : [];

    private static string Text(string markdown) => string.Concat(markdown.Split('\n').Select(Line));

    private static string Line(string line) =>
        line switch
        {
            "" => "<div class=blank></div>",
            _ when line.StartsWith("### ", StringComparison.Ordinal) => $"<h3>{Inline(line[4..])}</h3>",
            _ when line.StartsWith("## ", StringComparison.Ordinal) => $"<h2>{Inline(line[3..])}</h2>",
            _ when line.StartsWith("-# ", StringComparison.Ordinal) => $"<div class=small>{Inline(line[3..])}</div>",
            _ when line.StartsWith("> ", StringComparison.Ordinal) => $"<blockquote>{Inline(line[2..])}</blockquote>",
            _ when line.StartsWith("- ", StringComparison.Ordinal) => $"<div class=item>{Inline(line[2..])}</div>",
            _ => $"<div>{Inline(line)}</div>",
        };

    private static string Inline(string text)
    {
        // An escaped character is none of the marks.
        var kept = Escaped().Replace(text, match => $"\uE000{(int)match.Value[1]:x4}");
        var html = Link().Replace(Encode(kept), "<a>$1</a>");
        html = Code().Replace(Bold().Replace(html, "<b>$1</b>"), "<code>$1</code>");
        return Kept().Replace(html, match => Encode(((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()));
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escaped();

    // The encoder writes private characters as numbers.
    [GeneratedRegex(@"(?:\uE000|&#57344;)([0-9a-f]{4})")]
    private static partial Regex Kept();

    [GeneratedRegex(@"\[([^\]]*)\]\((?:&lt;)?[^)\s]*?(?:&gt;)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"`([^`]+)`")]
    private static partial Regex Code();
}

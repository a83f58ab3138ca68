using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Acceptance.Tests.Pictures;

/// <summary>
/// Draws a Slack message's blocks as HTML. It knows the blocks and elements that the bot sends; anything else is an error, as nobody has
/// seen it yet.
/// </summary>
internal static partial class BlockKitPicture
{
    public static string Of(JsonElement message)
    {
        var html = new StringBuilder();
        foreach (var block in message.GetProperty("blocks").EnumerateArray())
        {
            html.Append(Block(block));
        }

        return html.ToString();
    }

    private static string Block(JsonElement block) =>
        Type(block) switch
        {
            "header" => $"<h2>{Element(block.GetProperty("text"))}</h2>",
            "context" => $"<p class=small>{string.Join(' ', Elements(block).Select(Element))}</p>",
            "rich_text" => string.Concat(Elements(block).Select(RichText)),
            "divider" => "<hr>",
            "actions" => $"<p class=actions>{string.Concat(Elements(block).Select(Element))}</p>",
            "table" or "data_table" => Table(block),
            "section" => $"<p>{Element(block.GetProperty("text"))}</p>",
            var other => throw new NotSupportedException($"No picture of the block {other}: {block}"),
        };

    private static string RichText(JsonElement part) =>
        Type(part) switch
        {
            "rich_text_section" => $"<div>{Inline(part)}</div>",
            "rich_text_quote" => $"<blockquote>{Inline(part)}</blockquote>",
            "rich_text_preformatted" => $"<pre>{Inline(part)}</pre>",
            "rich_text_list" => $"<ul>{string.Concat(Elements(part).Select(item => $"<li>{Inline(item)}</li>"))}</ul>",
            var other => throw new NotSupportedException($"No picture of {other}: {part}"),
        };

    private static string Inline(JsonElement part) => string.Concat(Elements(part).Select(Element));

    private static string Element(JsonElement element)
    {
        switch (Type(element))
        {
            case "plain_text":
                return Encode(element.GetProperty("text").GetString()!);
            case "mrkdwn":
                return Mrkdwn(element.GetProperty("text").GetString()!);
            case "button":
                return $"<button>{Element(element.GetProperty("text"))}</button>";
            case "link":
                return $"<a>{Encode((element.TryGetProperty("text", out var words) ? words : element.GetProperty("url")).GetString()!)}</a>";
            case "text":
                var text = Encode(element.GetProperty("text").GetString()!);
                if (element.TryGetProperty("style", out var style))
                {
                    foreach (var (name, tag) in new[] { ("bold", "b"), ("italic", "i"), ("strike", "s"), ("code", "code") })
                    {
                        text = style.TryGetProperty(name, out var on) && on.GetBoolean() ? $"<{tag}>{text}</{tag}>" : text;
                    }
                }

                return text;
            case "raw_text":
                return Encode(element.GetProperty("text").GetString()!);
            case "rich_text":
                return string.Concat(Elements(element).Select(RichText));
            case var other:
                throw new NotSupportedException($"No picture of the element {other}: {element}");
        }
    }

    private static string Table(JsonElement table)
    {
        var rows = table
            .GetProperty("rows")
            .EnumerateArray()
            .Select(
                (row, at) =>
                    string.Concat(row.EnumerateArray().Select(cell => at == 0 ? $"<th>{Element(cell)}</th>" : $"<td>{Element(cell)}</td>"))
            );
        return $"<table>{string.Concat(rows.Select(row => $"<tr>{row}</tr>"))}</table>";
    }

    /// <summary>Slack has encoded &amp;, &lt; and &gt; in it already.</summary>
    private static string Mrkdwn(string text) => Bold().Replace(Link().Replace(text, "<a>$1</a>"), "<b>$1</b>");

    private static string Type(JsonElement element) => element.GetProperty("type").GetString()!;

    private static List<JsonElement> Elements(JsonElement parent) => [.. parent.GetProperty("elements").EnumerateArray()];

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"<[^|>]+\|([^>]*)>")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*([^*\n]+)\*")]
    private static partial Regex Bold();
}

using System.Text;
using System.Text.Json;

namespace Bot.Slack.Tests.Infrastructure;

/// <summary>
/// A payload in readable form: one paragraph per block, with its type in the margin; <c>*bold*</c>, <c>/italic/</c>, <c>-struck-</c>,
/// <c>`code`</c>, <c>_link_→address</c>, <c>‹button value›</c>.
/// </summary>
internal static class Readable
{
    public static string Of(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        var text = new StringBuilder();
        Add(text, "text", json.RootElement.GetProperty("text").GetString()!);
        if (json.RootElement.TryGetProperty("blocks", out var blocks))
        {
            foreach (var block in blocks.EnumerateArray())
            {
                Add(text, Type(block), Block(block));
            }
        }

        var rest = json.RootElement.EnumerateObject().Where(property => property.Name is not ("text" or "blocks"));
        return text.AppendLine(string.Join(' ', rest.Select(property => $"{property.Name}={property.Value}"))).ToString();
    }

    private static void Add(StringBuilder text, string type, string content)
    {
        var lines = content.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            text.AppendLine($"{(at == 0 ? type : ""), -10}| {lines[at]}".TrimEnd());
        }
    }

    private static string Block(JsonElement block) =>
        Type(block) switch
        {
            "header" => Text(block.GetProperty("text")),
            "context" => string.Join(
                "\n",
                block.GetProperty("elements").EnumerateArray().Select(element => $"({Type(element)}) {Text(element)}")
            ),
            "divider" => "────────",
            "actions" => string.Join(
                ' ',
                block
                    .GetProperty("elements")
                    .EnumerateArray()
                    .Select(button =>
                        $"‹{Text(button.GetProperty("text"))} {button.GetProperty("action_id")} {button.GetProperty("value")}›"
                    )
            ),
            "table" => string.Join(
                "\n",
                block
                    .GetProperty("rows")
                    .EnumerateArray()
                    .Select(row => string.Join(" ┃ ", row.EnumerateArray().Select(cell => Elements(cell))))
            )
                + "\n"
                + string.Join(' ', block.GetProperty("column_settings").EnumerateArray()),
            "rich_text" => (block.TryGetProperty("block_id", out var id) ? $"#{id}\n" : "") + Elements(block),
            var other => other + " " + block.GetRawText(),
        };

    private static string Elements(JsonElement block) =>
        string.Join(
            "\n",
            block
                .GetProperty("elements")
                .EnumerateArray()
                .Select(element =>
                    Type(element) switch
                    {
                        "rich_text_section" => Runs(element),
                        "rich_text_quote" => "> " + Runs(element).Replace("\n", "\n> ", StringComparison.Ordinal),
                        "rich_text_preformatted" => "```\n" + Runs(element) + "\n```",
                        "rich_text_list" => string.Join(
                            "\n",
                            element
                                .GetProperty("elements")
                                .EnumerateArray()
                                .Select(
                                    (item, at) =>
                                        new string(' ', 2 * element.GetProperty("indent").GetInt32())
                                        + (element.GetProperty("style").GetString() == "ordered" ? $"{at + 1}) " : "• ")
                                        + Runs(item).Replace("\n", "\n  ", StringComparison.Ordinal)
                                )
                        ),
                        var other => other + " " + element.GetRawText(),
                    }
                )
        );

    private static string Runs(JsonElement element) => string.Concat(element.GetProperty("elements").EnumerateArray().Select(Run));

    private static string Run(JsonElement run)
    {
        var text = Text(run);
        if (run.TryGetProperty("style", out var style))
        {
            foreach (var flag in style.EnumerateObject())
            {
                var mark = flag.Name switch
                {
                    "bold" => "*",
                    "italic" => "/",
                    "strike" => "-",
                    _ => "`",
                };
                text = mark + text + mark;
            }
        }

        return run.TryGetProperty("url", out var url) ? $"_{text}_→{url} " : text;
    }

    private static string Text(JsonElement element) => element.GetProperty("text").GetString()!;

    private static string Type(JsonElement element) => element.GetProperty("type").GetString()!;
}

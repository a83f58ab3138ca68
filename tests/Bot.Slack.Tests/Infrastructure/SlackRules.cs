using System.Text.Json;

namespace Bot.Slack.Tests.Infrastructure;

/// <summary>
/// Slack's rules for a message, written a second time from its documentation and independently of the product, so that a renderer cannot
/// just agree with itself. Numbers are Slack's own, not the safer ones that the product uses.
/// </summary>
internal static class SlackRules
{
    private static readonly string[] Blocks = ["header", "context", "divider", "actions", "rich_text", "table", "data_table", "section"];

    /// <summary>What is wrong with a payload, and where; empty if Slack would accept it.</summary>
    public static List<string> Broken(string payload)
    {
        var broken = new List<string>();
        using var json = JsonDocument.Parse(payload);
        var text = json.RootElement.GetProperty("text").GetString()!;
        Rule(text.Trim().Length > 0, "text is empty");
        Rule(text.Length < 4000, $"text has {text.Length} characters");
        Rule(
            !json.RootElement.GetProperty("unfurl_links").GetBoolean() && !json.RootElement.GetProperty("unfurl_media").GetBoolean(),
            "previews are shown"
        );
        if (!json.RootElement.TryGetProperty("blocks", out var blocks))
        {
            return broken;
        }

        Rule(blocks.GetArrayLength() is > 0 and <= 50, $"{blocks.GetArrayLength()} blocks");
        Rule(blocks.EnumerateArray().Count(block => Type(block) is "table" or "data_table") <= 1, "more than one table");
        var ids = blocks
            .EnumerateArray()
            .Where(block => block.TryGetProperty("block_id", out _))
            .Select(block => block.GetProperty("block_id").GetString())
            .ToList();
        Rule(ids.Distinct().Count() == ids.Count, "a block_id comes twice");
        var total = 0;
        foreach (var block in blocks.EnumerateArray())
        {
            Block(block);
        }

        Rule(total <= 11_000, $"all blocks have {total} characters");
        return broken;

        void Rule(bool holds, string what)
        {
            if (!holds)
            {
                broken.Add(what);
            }
        }

        void Block(JsonElement block)
        {
            total += 10;
            Rule(Blocks.Contains(Type(block)), $"unknown block {Type(block)}");
            switch (Type(block))
            {
                case "header":
                    TextObject(block.GetProperty("text"), 150);
                    break;
                case "section":
                    TextObject(block.GetProperty("text"), 3000);
                    break;
                case "context":
                    Rule(block.GetProperty("elements").GetArrayLength() is > 0 and <= 10, "context elements");
                    foreach (var element in block.GetProperty("elements").EnumerateArray())
                    {
                        TextObject(element, 3000);
                    }

                    break;
                case "actions":
                    Rule(block.GetProperty("elements").GetArrayLength() is > 0 and <= 25, "actions elements");
                    foreach (var button in block.GetProperty("elements").EnumerateArray())
                    {
                        TextObject(button.GetProperty("text"), 75);
                        Rule(
                            button.TryGetProperty("url", out var link)
                                ? link.GetString() is { Length: <= 3000 } target
                                    && target.StartsWith("https://", StringComparison.Ordinal)
                                    && !button.TryGetProperty("value", out _)
                                : button.GetProperty("value").GetString()!.Length is > 0 and <= 2000,
                            "value of a button"
                        );
                    }

                    break;
                case "rich_text":
                    RichText(block);
                    break;
                case "table":
                    Table(block);
                    break;
                case "data_table":
                    DataTable(block);
                    break;
            }
        }

        void Table(JsonElement table)
        {
            var before = total;
            var rows = table.GetProperty("rows");
            Rule(rows.GetArrayLength() is > 0 and <= 100, $"{rows.GetArrayLength()} rows");
            foreach (var row in rows.EnumerateArray())
            {
                Rule(row.GetArrayLength() is > 0 and <= 20, $"{row.GetArrayLength()} cells");
                Rule(row.GetArrayLength() == rows[0].GetArrayLength(), "rows of different lengths");
                foreach (var cell in row.EnumerateArray())
                {
                    RichText(cell);
                }
            }

            Rule(total - before <= 10_000, $"a table of {total - before} characters");
            foreach (var setting in table.GetProperty("column_settings").EnumerateArray())
            {
                Rule(!setting.TryGetProperty("align", out var align) || align.GetString() is "left" or "center" or "right", "align");
            }
        }

        void DataTable(JsonElement table)
        {
            var before = total;
            var rows = table.GetProperty("rows");
            Rule(table.GetProperty("caption").GetString()!.Length > 0, "no caption");
            Rule(table.GetProperty("page_size").GetInt32() is >= 1 and <= 100, "page_size");
            Rule(rows.GetArrayLength() is >= 2 and <= 201, $"{rows.GetArrayLength()} rows");
            foreach (var (at, row) in rows.EnumerateArray().Index())
            {
                Rule(row.GetArrayLength() is > 0 and <= 20, $"{row.GetArrayLength()} cells");
                Rule(row.GetArrayLength() == rows[0].GetArrayLength(), "rows of different lengths");
                foreach (var cell in row.EnumerateArray())
                {
                    if (at > 0)
                    {
                        RichText(cell);
                        continue;
                    }

                    Rule(Type(cell) == "raw_text" && cell.GetProperty("text").GetString()!.Length > 0, "a cell of the header");
                }
            }

            Rule(total - before <= 20_000, $"a data table of {total - before} characters");
        }

        void RichText(JsonElement block)
        {
            Rule(block.GetProperty("elements").GetArrayLength() > 0, "empty rich text");
            foreach (var element in block.GetProperty("elements").EnumerateArray())
            {
                total += 10;
                if (Type(element) == "rich_text_list")
                {
                    Rule(element.GetProperty("indent").GetInt32() is >= 0 and <= 8, "indent");
                    Rule(element.GetProperty("elements").GetArrayLength() > 0, "empty list");
                    foreach (var item in element.GetProperty("elements").EnumerateArray())
                    {
                        Runs(item);
                    }
                }
                else
                {
                    Rule(
                        Type(element) is "rich_text_section" or "rich_text_quote" or "rich_text_preformatted",
                        "unknown element " + Type(element)
                    );
                    Runs(element);
                }
            }
        }

        void Runs(JsonElement element)
        {
            Rule(element.GetProperty("elements").GetArrayLength() > 0, "element without runs");
            foreach (var run in element.GetProperty("elements").EnumerateArray())
            {
                Rule(Type(run) is "text" or "link", "a run that acts: " + Type(run));
                var words = run.GetProperty("text").GetString()!;
                total += words.Length;
                Rule(words.Length is > 0 and <= 3000, $"a run of {words.Length} characters");
                Rule(!words.Any(char.IsSurrogate) || IsWhole(words), "a torn character");
                if (run.TryGetProperty("url", out var url))
                {
                    Rule(
                        url.GetString()!.Length <= 3000
                            && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var uri)
                            && uri.Scheme is "http" or "https" or "mailto",
                        $"url {url}"
                    );
                }
            }
        }

        void TextObject(JsonElement text, int most)
        {
            var words = text.GetProperty("text").GetString()!;
            total += words.Length;
            Rule(Type(text) is "plain_text" or "mrkdwn", "type of a text");
            Rule(words.Length > 0 && words.Length <= most, $"a text of {words.Length} characters, {most} are allowed");
            if (Type(text) == "mrkdwn")
            {
                Rule(text.GetProperty("verbatim").GetBoolean(), "mrkdwn that links by itself");
                Rule(
                    !words.Contains("<!", StringComparison.Ordinal)
                        && !words.Contains("<@", StringComparison.Ordinal)
                        && !words.Contains("<#", StringComparison.Ordinal),
                    "a mention"
                );
            }
        }
    }

    /// <summary>All words in a payload's blocks, joined without separators.</summary>
    public static string Words(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.TryGetProperty("blocks", out var blocks) ? string.Concat(Texts(blocks)) : "";
    }

    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property =>
                    property switch
                    {
                        { Name: "text", Value.ValueKind: JsonValueKind.String } => [property.Value.GetString()!],
                        { Name: "url" or "value" or "action_id" } => [],
                        _ => Texts(property.Value),
                    }
                ),
            _ => [],
        };

    private static bool IsWhole(string words) => !words.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);

    private static string Type(JsonElement element) => element.GetProperty("type").GetString()!;
}

using System.Text;
using System.Text.Json;

namespace Bot.Slack.Rendering;

/// <summary>The words and links of rendered blocks as one text in Slack's markup. Reads what <see cref="SlackRenderer"/> writes.</summary>
internal sealed class BlockWords
{
    private readonly StringBuilder _text = new();

    public string Of(JsonElement blocks)
    {
        foreach (var block in blocks.EnumerateArray())
        {
            Line();
            Write(block);
        }

        return _text.ToString().Trim();
    }

    private void Write(JsonElement element)
    {
        switch (TypeOf(element))
        {
            case "header":
                Write(element.GetProperty("text"));
                break;
            case "plain_text" or "text":
                _text.Append(Mrkdwn.Escape(Text(element, "text")));
                break;
            case "mrkdwn":
                _text.Append(Text(element, "text"));
                break;
            case "link":
                _text.Append(Mrkdwn.Link(Text(element, "url"), Text(element, "text")));
                break;
            case "rich_text_list" or "rich_text" or "context":
                foreach (var item in element.GetProperty("elements").EnumerateArray())
                {
                    Line();
                    _text.Append(TypeOf(element) == "rich_text_list" ? "• " : "");
                    Write(item);
                }

                break;
            case "rich_text_section" or "rich_text_quote" or "rich_text_preformatted":
                foreach (var run in element.GetProperty("elements").EnumerateArray())
                {
                    Write(run);
                }

                break;
            case "table":
                foreach (var row in element.GetProperty("rows").EnumerateArray())
                {
                    Line();
                    WriteRow(row);
                }

                break;
        }
    }

    private void WriteRow(JsonElement row)
    {
        var first = true;
        foreach (var run in row.EnumerateArray().SelectMany(cell => cell.GetProperty("elements").EnumerateArray()))
        {
            _text.Append(first ? "" : " | ");
            first = false;
            Write(run);
        }
    }

    private void Line()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }

    private static string TypeOf(JsonElement element) => Text(element, "type");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}

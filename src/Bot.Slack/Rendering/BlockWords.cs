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
            case "data_table":
                _text.Append(Mrkdwn.Escape(Text(element, "caption")));
                WriteLines([.. element.GetProperty("rows").EnumerateArray()]);
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

    /// <summary>A line a row: two cells, then each with the name of its column; blank ones are left out.</summary>
    private void WriteLines(IReadOnlyList<JsonElement> rows)
    {
        foreach (var row in rows.Skip(1))
        {
            Line();
            _text.Append("• ");
            var start = _text.Length;
            foreach (var (at, (cell, column)) in row.EnumerateArray().Zip(rows[0].EnumerateArray()).Index())
            {
                if (IsBlank(cell))
                {
                    continue;
                }

                _text.Append(_text.Length == start ? "" : " | ");
                var name = at < BlockKit.DataTableBlock.FirstNamed ? "" : Text(column, "text").Trim();
                _text.Append(name.Length == 0 ? "" : Mrkdwn.Escape(name) + ": ");
                foreach (var section in cell.GetProperty("elements").EnumerateArray())
                {
                    Write(section);
                }
            }
        }
    }

    private static bool IsBlank(JsonElement cell) =>
        cell.GetProperty("elements")
            .EnumerateArray()
            .SelectMany(section => section.GetProperty("elements").EnumerateArray())
            .All(run => string.IsNullOrWhiteSpace(Text(run, "text")));

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

using System.Text.Json;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>How a run of rich text looks.</summary>
[Flags]
internal enum RichTextStyle
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Code = 8,
}

/// <summary>
/// A run of characters in one style: an element <c>text</c>, or <c>link</c> with an address. Shown literally: nothing in it is markup.
/// </summary>
internal readonly record struct RichTextRun(string Text, RichTextStyle Style, string? Url)
{
    public int Weight => SlackLimits.ObjectCost + Text.Length + (Url?.Length ?? 0);

    public void Write(Utf8JsonWriter json, bool withStyle)
    {
        json.WriteStartObject();
        json.WriteString("type", Url is null ? "text" : "link");
        if (Url is not null)
        {
            json.WriteString("url", Url);
        }

        json.WriteString("text", Text);
        if (withStyle && Style != RichTextStyle.None)
        {
            json.WriteStartObject("style");
            WriteFlag(json, RichTextStyle.Bold, "bold");
            WriteFlag(json, RichTextStyle.Italic, "italic");
            WriteFlag(json, RichTextStyle.Strike, "strike");
            WriteFlag(json, RichTextStyle.Code, "code");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteFlag(Utf8JsonWriter json, RichTextStyle flag, string name)
    {
        if ((Style & flag) != 0)
        {
            json.WriteBoolean(name, true);
        }
    }
}

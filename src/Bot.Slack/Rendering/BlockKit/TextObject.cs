using System.Text.Json;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>A text object: <c>plain_text</c>, which is shown literally, or <c>mrkdwn</c>, which may contain links.</summary>
/// <param name="Text">For mrkdwn: already escaped.</param>
internal readonly record struct TextObject(string Text, bool IsMrkdwn)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", IsMrkdwn ? "mrkdwn" : "plain_text");
        json.WriteString("text", Text);
        if (IsMrkdwn)
        {
            // Otherwise Slack would link addresses and channel names in the text.
            json.WriteBoolean("verbatim", true);
        }
        else
        {
            // Otherwise Slack would turn names between colons into emoji; emoji characters are shown either way.
            json.WriteBoolean("emoji", false);
        }

        json.WriteEndObject();
    }
}

using System.Text.Json;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>A text object: <c>plain_text</c>, which is shown as it stands, or <c>mrkdwn</c>, which may hold links.</summary>
/// <param name="Text">For mrkdwn: escaped already.</param>
internal readonly record struct TextObject(string Text, bool IsMrkdwn)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", IsMrkdwn ? "mrkdwn" : "plain_text");
        json.WriteString("text", Text);
        if (IsMrkdwn)
        {
            // Else Slack would link addresses and channel names that stand in the text.
            json.WriteBoolean("verbatim", true);
        }
        else
        {
            // Else Slack would make emoji of what stands between colons; those that are characters are shown as ever.
            json.WriteBoolean("emoji", false);
        }

        json.WriteEndObject();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>A row of buttons, each with its question as its value.</summary>
internal sealed record ActionsBlock(IReadOnlyList<ActionsBlock.Element> Elements) : SlackBlock
{
    /// <summary>Prefix of the <c>action_id</c> of every answering button; the value says what it asks.</summary>
    public const string ActionPrefix = "answer-";

    private const int MostButtons = 5;

    public override int Weight =>
        SlackLimits.ObjectCost + Elements.Sum(element => (2 * SlackLimits.ObjectCost) + element.Label.Length + element.Value.Length);

    /// <summary>Null if there is no button, or none that Slack can carry.</summary>
    /// <param name="post">Comes last, as a link.</param>
    public static ActionsBlock? Of(IReadOnlyList<Button> buttons, PostLink? post = null)
    {
        var elements = new List<Element>();
        var address = post?.Address?.AbsoluteUri;
        foreach (var button in buttons.Take(address is null ? MostButtons : MostButtons - 1))
        {
            if (button.Label.Length > 0 && ButtonCode.Encode(button, SlackLimits.ButtonValue / 2) is { } code)
            {
                elements.Add(new Element(Graphemes.Cut(button.Label, SlackLimits.ButtonText), code));
            }
        }

        if (post is not null && address is { Length: <= SlackLimits.Url })
        {
            elements.Add(new Element(Graphemes.Cut(post.Label, SlackLimits.ButtonText), address, IsLink: true));
        }

        return elements.Count == 0 ? null : new ActionsBlock(elements);
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "actions");
        json.WriteStartArray("elements");
        for (var at = 0; at < Elements.Count; at++)
        {
            json.WriteStartObject();
            json.WriteString("type", "button");
            json.WriteString("action_id", ActionPrefix + (at + 1).ToString(CultureInfo.InvariantCulture));
            json.WritePropertyName("text");
            new TextObject(Elements[at].Label, IsMrkdwn: false).Write(json);
            json.WriteString(Elements[at].IsLink ? "url" : "value", Elements[at].Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public override void AppendWords(StringBuilder words) { }

    /// <param name="Value">What it asks, or where it leads.</param>
    internal readonly record struct Element(string Label, string Value, bool IsLink = false);
}

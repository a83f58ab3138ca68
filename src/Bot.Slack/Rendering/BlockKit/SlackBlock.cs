using System.Text;
using System.Text.Json;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>A Block Kit block, as far as the bot uses it (https://docs.slack.dev/reference/block-kit/blocks).</summary>
internal abstract record SlackBlock
{
    /// <summary>Its share of <see cref="SlackLimits.BlockBudget"/>.</summary>
    public abstract int Weight { get; }

    /// <summary>Whether it keeps to its own limits.</summary>
    public virtual bool IsWithinLimits => true;

    public abstract void Write(Utf8JsonWriter json);

    /// <summary>Appends its words without markup, with line feeds between lines; nothing if it has none.</summary>
    public abstract void AppendWords(StringBuilder words);
}

internal sealed record DividerBlock : SlackBlock
{
    public override int Weight => SlackLimits.ObjectCost;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "divider");
        json.WriteEndObject();
    }

    public override void AppendWords(StringBuilder words) { }
}

internal sealed record HeaderBlock(string Text) : SlackBlock
{
    public override int Weight => SlackLimits.ObjectCost + Text.Length;

    public override bool IsWithinLimits => Text.Length is > 0 and <= SlackLimits.HeaderText;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "header");
        json.WritePropertyName("text");
        new TextObject(Text, IsMrkdwn: false).Write(json);
        json.WriteEndObject();
    }

    public override void AppendWords(StringBuilder words) => words.Append(Text);
}

using System.Text;
using System.Text.Json;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>An element of a <see cref="RichTextBlock"/>.</summary>
internal abstract record RichTextElement
{
    public abstract int Weight { get; }

    public abstract void Write(Utf8JsonWriter json);

    public abstract void AppendWords(StringBuilder words);

    protected static void WriteRuns(
        Utf8JsonWriter json,
        string type,
        IReadOnlyList<RichTextRun> runs,
        bool withStyle = true,
        bool bordered = false
    )
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartArray("elements");
        foreach (var run in runs)
        {
            run.Write(json, withStyle);
        }

        json.WriteEndArray();
        if (bordered)
        {
            json.WriteNumber("border", 1);
        }

        json.WriteEndObject();
    }

    protected static int WeightOf(IReadOnlyList<RichTextRun> runs)
    {
        var weight = SlackLimits.ObjectCost;
        for (var at = 0; at < runs.Count; at++)
        {
            weight += runs[at].Weight;
        }

        return weight;
    }

    protected static void AppendRuns(StringBuilder words, IReadOnlyList<RichTextRun> runs)
    {
        for (var at = 0; at < runs.Count; at++)
        {
            words.Append(runs[at].Text);
        }
    }
}

internal sealed record RichTextSection(IReadOnlyList<RichTextRun> Runs) : RichTextElement
{
    public override int Weight => WeightOf(Runs);

    public override void Write(Utf8JsonWriter json) => WriteRuns(json, "rich_text_section", Runs);

    public override void AppendWords(StringBuilder words) => AppendRuns(words, Runs);
}

internal sealed record RichTextQuote(IReadOnlyList<RichTextRun> Runs) : RichTextElement
{
    public override int Weight => WeightOf(Runs);

    public override void Write(Utf8JsonWriter json) => WriteRuns(json, "rich_text_quote", Runs);

    public override void AppendWords(StringBuilder words) => AppendRuns(words, Runs);
}

/// <param name="IsQuoted">Inside a quote: shown with its bar.</param>
internal sealed record RichTextPreformatted(string Text, bool IsQuoted) : RichTextElement
{
    public override int Weight => (2 * SlackLimits.ObjectCost) + Text.Length;

    public override void Write(Utf8JsonWriter json) =>
        WriteRuns(
            json,
            "rich_text_preformatted",
            RichTextRuns.Cut(new RichTextRun(Text, RichTextStyle.None, null)),
            withStyle: false,
            IsQuoted
        );

    public override void AppendWords(StringBuilder words) => words.Append(Text);
}

/// <param name="Indent">0 to 8.</param>
/// <param name="IsQuoted">Inside a quote: shown with its bar.</param>
internal sealed record RichTextList(bool IsOrdered, int Indent, bool IsQuoted, IReadOnlyList<IReadOnlyList<RichTextRun>> Items)
    : RichTextElement
{
    public override int Weight => SlackLimits.ObjectCost + Items.Sum(WeightOf);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "rich_text_list");
        json.WriteString("style", IsOrdered ? "ordered" : "bullet");
        json.WriteNumber("indent", Indent);
        if (IsQuoted)
        {
            json.WriteNumber("border", 1);
        }

        json.WriteStartArray("elements");
        foreach (var item in Items)
        {
            WriteRuns(json, "rich_text_section", item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public override void AppendWords(StringBuilder words)
    {
        for (var at = 0; at < Items.Count; at++)
        {
            words.Append(at == 0 ? "" : "\n");
            AppendRuns(words, Items[at]);
        }
    }
}

using System.Text;
using System.Text.Json;
using Bot.Chat.Messages;
using Bot.Chat.Text;
using Bot.Slack.Api;

namespace Bot.Slack.Rendering.BlockKit;

/// <summary>
/// A bar chart of one series (https://docs.slack.dev/changelog/2026/06/16/block-kit-data-visualization-block). Its message says the same
/// in words, which screen readers and older clients get.
/// </summary>
internal sealed record DataVisualizationBlock(Chart Chart) : SlackBlock
{
    /// <summary>The newest points, if there are more than Slack draws.</summary>
    private IReadOnlyList<ChartPoint> Points => [.. Chart.Points.TakeLast(SlackLimits.ChartPoints)];

    public override int Weight => SlackLimits.ObjectCost * (2 + Points.Count) + Points.Sum(point => 2 * point.Label.Length);

    public override bool IsWithinLimits => Points.Count > 0;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "data_visualization");
        json.WriteString("title", Graphemes.Cut(Chart.Title, SlackLimits.ChartTitle));
        json.WriteStartObject("chart");
        json.WriteString("type", "bar");
        json.WriteStartArray("series");
        json.WriteStartObject();
        json.WriteString("name", Label(Chart.Unit));
        json.WriteStartArray("data");
        foreach (var point in Points)
        {
            json.WriteStartObject();
            json.WriteString("label", Label(point.Label));
            json.WriteNumber("value", point.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("axis_config");
        json.WriteStartArray("categories");
        foreach (var point in Points)
        {
            json.WriteStringValue(Label(point.Label));
        }

        json.WriteEndArray();
        json.WriteString("y_label", Graphemes.Cut(Chart.Unit, SlackLimits.ChartTitle));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public override void AppendWords(StringBuilder words) { }

    private static string Label(string text) => Graphemes.Cut(text, SlackLimits.ChartLabel);
}

using System.Text.Json.Nodes;

namespace Bot.Emulators.Slack.Blocks;

/// <summary>data_visualization (https://docs.slack.dev/changelog/2026/06/16/block-kit-data-visualization-block).</summary>
internal static class ChartBlocks
{
    /// <summary>Sources say 6 and 12; this is the safe one.</summary>
    private const int MostSeries = 6;

    private static readonly Rule Point = new Shape().Needs("label", Rules.Text(20)).Needs("value", Rules.Number());

    private static readonly Rule Series = new Shape().Needs("name", Rules.Text(20)).Needs("data", Rules.List(20, Point));

    private static readonly Rule Axes = new Shape()
        .Needs("categories", Rules.List(20, Rules.Text(20)))
        .Takes("x_label", Rules.Text(50))
        .Takes("y_label", Rules.Text(50));

    private static readonly Rule Lines = new Shape()
        .Needs("series", Rules.List(MostSeries, Series))
        .Needs("axis_config", Axes)
        .Also(OnePointEach);

    public static Rule Block() =>
        LayoutBlocks
            .Begin()
            .Needs("title", Rules.Text(50))
            .Needs(
                "chart",
                Rules.Typed(
                    new Dictionary<string, Rule>
                    {
                        ["pie"] = new Shape().Needs(
                            "segments",
                            Rules.List(
                                MostSeries,
                                new Shape().Needs("label", Rules.Text(20)).Needs("value", Rules.Number(min: double.Epsilon))
                            )
                        ),
                        ["bar"] = Lines,
                        ["area"] = Lines,
                        ["line"] = Lines,
                    }
                )
            );

    /// <summary>Names are unique, and every series has exactly one point for each category.</summary>
    private static void OnePointEach(JsonNode chart, string pointer, Findings findings)
    {
        if (chart["series"] is not JsonArray series || chart["axis_config"]?["categories"] is not JsonArray categories)
        {
            return;
        }

        if (series.Select(one => one?["name"]?.ToString()).Distinct().Count() != series.Count)
        {
            findings.Add(pointer + "/series", "series names must be unique");
        }

        var names = categories.Select(name => name?.ToString()).Order().ToList();
        for (var at = 0; at < series.Count; at++)
        {
            var labels = (series[at]?["data"] as JsonArray ?? []).Select(point => point?["label"]?.ToString()).Order();
            if (!labels.SequenceEqual(names))
            {
                findings.Add($"{pointer}/series/{at}/data", "must have exactly one point for each category");
            }
        }
    }
}

using System.Text.Json.Nodes;
using Bot.Chat.Messages;
using Bot.Chat.Trees;
using Bot.Slack.Rendering;
using Markdig.Syntax;

namespace Bot.Slack.Tests.Rendering;

public sealed class ChartTests
{
    [Fact]
    public void A_chart_is_drawn_below_what_it_shows_with_one_point_a_category()
    {
        var blocks = Blocks(new Chart("Funding by week", "million USD", [new("12/31", 3), new("1/7", 0.5m)]));

        Assert.Equal(["rich_text", "data_visualization", "rich_text"], blocks.Select(block => (string?)block!["type"]));
        Assert.Equal(
            """{"type":"data_visualization","title":"Funding by week","chart":{"type":"bar","series":[{"name":"million USD","data":[{"label":"12/31","value":3},{"label":"1/7","value":0.5}]}],"axis_config":{"categories":["12/31","1/7"],"y_label":"million USD"}}}""",
            blocks[1]!.ToJsonString()
        );
    }

    [Fact]
    public void It_keeps_to_slacks_limits_with_the_newest_points_and_is_left_out_without_any()
    {
        var many = Blocks(
            new Chart(new string('t', 80), new string('u', 80), [.. Enumerable.Range(1, 52).Select(n => new ChartPoint($"w{n}", n))])
        )[1]!;

        Assert.Equal(50, ((string?)many["title"])!.Length);
        var series = many["chart"]!["series"]![0]!;
        Assert.Equal(20, ((string?)series["name"])!.Length);
        Assert.Equal(20, series["data"]!.AsArray().Count);
        Assert.Equal("w52", (string?)series["data"]![19]!["label"]);
        Assert.Equal(2, Blocks(new Chart("t", "u", [])).Count);
        Assert.Equal(2, Blocks(null).Count);
    }

    private static JsonArray Blocks(Chart? chart)
    {
        var message = new Message(new MarkdownDocument { Nodes.Paragraph("first"), Nodes.Small("bars"), Nodes.Paragraph("rows") })
        {
            Chart = chart,
        };
        var blocks = JsonNode.Parse(Assert.Single(SlackRenderer.Render(message)))!["blocks"]!.AsArray();
        return new JsonArray([.. blocks.Where(block => (string?)block!["type"] != "context").Select(block => block!.DeepClone())]);
    }
}

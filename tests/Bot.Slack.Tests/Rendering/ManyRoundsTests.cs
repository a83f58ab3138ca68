using System.Text.Json;
using Bot.Chat.Platforms;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;
using Bot.Testing.Briefings;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Many rounds are a data table; where Slack refuses one, the same words go out as text, a line a round.</summary>
public sealed class ManyRoundsTests
{
    [Fact]
    public async Task Slack_takes_many_rounds_as_a_table_whose_text_has_a_line_a_round()
    {
        await using var bench = await SlackBench.StartAsync();
        var payload = Assert.Single(Payloads(bench, 14));
        Assert.Empty(SlackRules.Broken(payload));

        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("startups", payload)));

        using var json = JsonDocument.Parse(payload);
        var table = json.RootElement.GetProperty("blocks").EnumerateArray().Single(block => TypeOf(block) == "data_table");
        Assert.Equal("通貨ごとに金額の大きい順", table.GetProperty("caption").GetString());
        Assert.Equal(15, table.GetProperty("rows").GetArrayLength());
        var lines = json.RootElement.GetProperty("text").GetString()!.Split('\n');
        Assert.Contains(lines, line => line.StartsWith("会社3 | 3000万ドル・シード | 概要: 事業3", StringComparison.Ordinal));
        Assert.Empty(bench.Alerts.All);
    }

    [Fact]
    public async Task Refused_it_goes_out_once_as_a_line_a_round()
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Blocks.Unsupported.Add("data_table");
        var payload = Assert.Single(Payloads(bench, 14));

        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("startups", payload)));

        var posted = Assert.Single(bench.Server.Messages(SlackServer.FirstChannel));
        Assert.Equal(14, posted.Text.Split('\n').Count(line => line.StartsWith("• 会社", StringComparison.Ordinal)));
        Assert.Contains(
            "• 会社3 | 3000万ドル・シード | 概要: 事業3 | 投資家: 投資家3 | 注目: 港の荷役を変える3",
            posted.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("<https://news.example/1|[1]>", posted.Text, StringComparison.Ordinal);
        Assert.Single(bench.Server.Log.All, entry => entry.Kind == LogKind.Refused);
        Assert.Equal("payload-refused", Assert.Single(bench.Alerts.All).Reason);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(250)]
    public async Task More_than_a_message_holds_are_several_tables_one_a_message(int rounds)
    {
        await using var bench = await SlackBench.StartAsync();
        var rows = 0;
        foreach (var (payload, at) in Payloads(bench, rounds).Select((payload, at) => (payload, at)))
        {
            Assert.Empty(SlackRules.Broken(payload));
            Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request($"startups{at}", payload)));
            using var json = JsonDocument.Parse(payload);
            var table = json.RootElement.GetProperty("blocks").EnumerateArray().Single(block => TypeOf(block) == "data_table");
            rows += table.GetProperty("rows").GetArrayLength() - 1;
        }

        Assert.Equal(rounds, rows);
        Assert.Empty(bench.Alerts.All);
    }

    private static IReadOnlyList<string> Payloads(SlackBench bench, int rounds) =>
        bench.Platform.Render(Compose.Thread(ManyRounds.Markdown(rounds)).Sections[0].Message);

    private static string TypeOf(JsonElement block) => block.GetProperty("type").GetString()!;
}

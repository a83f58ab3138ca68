using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Sending;

/// <summary>What happens to a message whose content Slack refuses.</summary>
public sealed class PlainerFormTests
{
    [Theory]
    [InlineData("invalid_blocks")]
    [InlineData("msg_blocks_too_long")]
    [InlineData("msg_too_long")]
    public async Task B10_Refused_blocks_go_out_once_in_a_plainer_form_and_the_operator_is_told(string error)
    {
        await using var bench = await SlackBench.StartAsync();
        var message = Compose.Thread(Compose.Fixture("sample-briefing.md")).Sections[2].Message;
        bench.Server.Script.Add(new Fault(Decision.Refuse(error), null) { Operation = "send" });

        var outcome = await bench.SendAsync(SlackBench.Request("startups", bench.Platform.Render(message).Single()));

        Assert.IsType<SendOutcome.Sent>(outcome);
        var posted = Assert.Single(bench.Server.Messages(SlackServer.FirstChannel));
        Assert.True(posted.Blocks is null or { Count: 0 });
        Assert.Contains("xAI　200億ドル", posted.Text, StringComparison.Ordinal);
        Assert.Contains("|[8] CNBC>", posted.Text, StringComparison.Ordinal);
        var alert = Assert.Single(bench.Alerts.All);
        Assert.Equal("payload-refused", alert.Reason);
        Assert.Contains(error, alert.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B10_What_is_refused_in_its_plainer_form_too_is_refused()
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Refuse("invalid_blocks"), null) { Operation = "send", Times = null });

        var outcome = await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根")));

        Assert.Equal(RejectReason.PayloadRefused, Assert.IsType<SendOutcome.Rejected>(outcome).Reason);
        Assert.Empty(bench.Alerts.All);
        Assert.Equal(2, bench.Server.Log.All.Count(entry => entry.Kind == LogKind.Refused));
    }

    [Fact]
    public async Task B10_Refused_blocks_of_an_edit_become_sections_when_they_are_long()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.Script.Add(new Fault(Decision.Refuse("block_mismatch"), null) { Operation = "edit" });
        var payload = SlackBench.Payload(string.Concat(Enumerable.Repeat("これは文です。", 900)));

        var outcome = await SlackBench.WithinAsync(token => bench.Platform.EditAsync(SlackBench.Request("edit", payload), root, token));

        Assert.IsType<SendOutcome.Sent>(outcome);
        var blocks = Assert.Single(bench.Server.Messages(SlackServer.FirstChannel)).Blocks!;
        Assert.Equal(3, blocks.Count);
        Assert.All(blocks, block => Assert.Equal("section", block!["type"]!.GetValue<string>()));
        Assert.Equal(900 * 7, blocks.Sum(block => block!["text"]!["text"]!.GetValue<string>().Length));
    }
}

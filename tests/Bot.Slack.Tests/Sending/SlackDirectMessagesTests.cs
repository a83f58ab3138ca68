using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Sending;

public sealed class SlackDirectMessagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_written_to_directly_and_a_lost_answer_is_found_there()
    {
        await using var bench = await SlackBench.StartAsync();
        var opened = await bench.Direct.OpenAsync(SlackServer.FirstWorkspace, SlackServer.Member, Cancel);
        Assert.Equal(opened, await bench.Direct.OpenAsync(SlackServer.FirstWorkspace, SlackServer.Member, Cancel));
        var request = SlackBench.Request("root", SlackBench.Payload("ウォッチ")) with
        {
            Channel = new ChannelAddress(PlatformId.Slack, SlackServer.FirstWorkspace, opened.Id!),
        };
        bench.Server.Script.Add(new Fault(null, Answer.Reset) { Operation = "send" });

        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(request));

        Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request));
        Assert.Single(bench.Server.Messages(opened.Id!));
    }

    [Fact]
    public async Task What_Slack_refuses_says_why_and_what_it_does_not_answer_is_not_known()
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Refuse("missing_scope"), null) { Operation = "conversations.open" });
        bench.Server.Script.Add(new Fault(Decision.Refuse("user_not_found"), null) { Operation = "conversations.open" });

        var missing = await bench.Direct.OpenAsync(SlackServer.FirstWorkspace, SlackServer.Member, Cancel);
        var refused = await bench.Direct.OpenAsync(SlackServer.FirstWorkspace, SlackServer.Member, Cancel);
        var nowhere = await bench.Direct.OpenAsync("T9999999999", SlackServer.Member, Cancel);

        Assert.Contains("im:write", missing.Problem!.English, StringComparison.Ordinal);
        Assert.Contains("user_not_found", refused.Problem!.English, StringComparison.Ordinal);
        Assert.Equal(new DirectChannel(null), nowhere);
    }
}

using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Sending;

/// <summary>A reply that the channel shows as well.</summary>
public sealed class AnnouncementTests
{
    [Fact]
    public async Task It_stands_in_the_thread_and_is_shown_in_the_channel()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();

        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("startups", SlackBench.Payload("本文"), root)));
        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(Announcement(root)));

        var posted = bench.Server.Messages(SlackServer.FirstChannel);
        Assert.Equal([false, false, true], posted.Select(message => message.IsBroadcast));
        Assert.Equal(root, posted[2].ThreadTs);
    }

    [Fact]
    public async Task Whose_answer_was_lost_is_found_by_its_key()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.Script.Add(new Fault(null, Answer.Reset) { Operation = "send" });
        var request = Announcement(root);

        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(request));

        var found = Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request));
        Assert.Equal(bench.Server.Messages(SlackServer.FirstChannel)[1].Ts, found.MessageId);
        Assert.Null(found.ThreadId);
    }

    private static SendRequest Announcement(string root) =>
        SlackBench.Request("arrival", SlackBench.Payload("届きました"), root) with
        {
            IsAnnouncement = true,
        };
}

using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Sending;

public sealed class ContentsLinksTests
{
    [Fact]
    public async Task Each_heading_of_the_contents_leads_to_its_reply()
    {
        await using var bench = await SlackBench.StartAsync();
        var thread = await PostSampleAsync(bench);

        Assert.True(await SlackBench.WithinAsync(token => bench.Links.LinkAsync(thread, token)));

        var posted = bench.Server.Messages(SlackServer.FirstChannel);
        var contents = posted[0].Blocks!.First(block => (string?)block!["block_id"] == "contents")!.ToJsonString();
        Assert.All(
            posted.Skip(1),
            reply =>
                Assert.Contains(
                    $"/archives/{SlackServer.FirstChannel}/p{reply.Ts.Replace(".", "", StringComparison.Ordinal)}?thread_ts=",
                    contents,
                    StringComparison.Ordinal
                )
        );
        Assert.StartsWith("AIが工場とロボットに手を伸ばした週", posted[0].Text, StringComparison.Ordinal);
        Assert.NotNull(posted[0].Key);
    }

    [Fact]
    public async Task Contents_that_do_not_match_the_replies_stay_as_they_are()
    {
        await using var bench = await SlackBench.StartAsync();
        var thread = await PostSampleAsync(bench);

        Assert.False(
            await SlackBench.WithinAsync(token => bench.Links.LinkAsync(thread with { Sections = [.. thread.Sections.Skip(1)] }, token))
        );

        Assert.DoesNotContain(bench.Server.Log.All, entry => entry.Kind == LogKind.Edited || entry.Method == "chat.getPermalink");
    }

    [Fact]
    public async Task A_refusal_leaves_the_root_as_it_is_and_tells_nobody()
    {
        await using var bench = await SlackBench.StartAsync();
        var thread = await PostSampleAsync(bench);
        bench.Server.Script.Add(new Fault(Decision.Refuse("edit_window_closed"), null) { Operation = "edit" });

        Assert.False(await SlackBench.WithinAsync(token => bench.Links.LinkAsync(thread, token)));

        Assert.Empty(bench.Alerts.All);
    }

    [Fact]
    public async Task A_finished_thread_is_linked_in_the_background()
    {
        await using var bench = await SlackBench.StartAsync();
        var thread = await PostSampleAsync(bench);
        await bench.Links.StartAsync(CancellationToken.None);

        bench.Links.Finish(thread);

        await bench.Server.Log.WaitForAsync(entry => entry.Kind == LogKind.Edited, SlackBench.Deadline, CancellationToken.None);
        await bench.Links.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_correction_is_not_overwritten_by_links_that_waited()
    {
        await using var bench = await SlackBench.StartAsync();
        var thread = await PostSampleAsync(bench);
        bench.Links.Finish(thread);

        await SlackBench.WithinAsync(token =>
            bench.Platform.EditAsync(SlackBench.Request("edit", SlackBench.Payload("訂正後")), thread.ThreadId, token)
        );
        var other = await PostSampleAsync(bench, "second");
        bench.Links.Finish(other);
        await bench.Links.StartAsync(CancellationToken.None);

        await bench.Server.Log.WaitForAsync(
            entry => entry.Kind == LogKind.Edited && entry.MessageId == other.ThreadId,
            SlackBench.Deadline,
            CancellationToken.None
        );
        await bench.Links.StopAsync(CancellationToken.None);
        Assert.Equal("訂正後", bench.Server.Messages(SlackServer.FirstChannel)[0].Text);
    }

    private static async Task<FinishedThread> PostSampleAsync(SlackBench bench, string prefix = "")
    {
        string? thread = null;
        var (root, replies) = ("", new List<string>());
        foreach (var (name, message) in Compose.Messages(Compose.Thread(Compose.Fixture("sample-briefing.md"))))
        {
            var payload = bench.Platform.Render(message).Single();
            var sent = Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request(prefix + name, payload, thread)));
            if (thread is null)
            {
                (thread, root) = (sent.ThreadId, payload);
            }
            else
            {
                replies.Add(sent.MessageId);
            }
        }

        return new FinishedThread(SlackBench.Channel, thread!, root, replies);
    }
}

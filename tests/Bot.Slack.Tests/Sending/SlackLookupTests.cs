using System.Text.Json.Nodes;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack;
using Bot.Emulators.Slack.World;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Sending;

public sealed class SlackLookupTests
{
    [Fact]
    public async Task B11_A_key_is_found_behind_hundreds_of_other_messages()
    {
        await using var bench = await SlackBench.StartAsync();
        var request = SlackBench.Request("root", SlackBench.Payload("根"));
        var sent = Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(request));
        for (var at = 0; at < 450; at++)
        {
            bench.Server.PostAsPerson(SlackServer.FirstChannel, $"おしゃべり{at}");
        }

        Assert.Equal(sent.MessageId, Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request)).MessageId);
    }

    [Fact]
    public async Task B11_A_reply_is_looked_for_in_its_thread_to_the_end()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        for (var at = 0; at < 250; at++)
        {
            bench.Server.PostAsPerson(SlackServer.FirstChannel, $"返信{at}", root);
        }

        var request = SlackBench.Request("startups", SlackBench.Payload("本文"), root);
        var sent = Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(request));

        Assert.Equal(sent.MessageId, Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request)).MessageId);
        Assert.IsType<FindOutcome.Absent>(await bench.FindAsync(SlackBench.Request("other", SlackBench.Payload("本文"), root)));
    }

    [Fact]
    public async Task B11_A_key_that_somebody_else_has_copied_is_not_ours()
    {
        await using var bench = await SlackBench.StartAsync();
        var request = SlackBench.Request("root", SlackBench.Payload("根"));
        bench.Server.PostAsPerson(
            SlackServer.FirstChannel,
            "まね",
            like: new SlackMessage("", SlackServer.FirstChannel, null, "U0000000098", "まね")
            {
                BotId = "B0000000099",
                Metadata = new JsonObject
                {
                    ["event_type"] = "briefing_post",
                    ["event_payload"] = new JsonObject { ["key"] = request.Key.Value },
                },
            }
        );

        Assert.IsType<FindOutcome.Absent>(await bench.FindAsync(request));
    }

    [Theory]
    [InlineData("bot_id")]
    [InlineData("user")]
    public async Task H3_The_bots_own_message_is_known_by_either_of_its_ids(string missing)
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        var request = SlackBench.Request("startups", SlackBench.Payload("本文"), root);
        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(request));
        bench.Server.World.LeftOutOfHistory.Add(missing);

        Assert.IsType<FindOutcome.Found>(await bench.FindAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
        Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request));
    }

    [Fact]
    public async Task H3_A_message_with_the_key_that_nobody_can_be_told_of_is_not_absent()
    {
        await using var bench = await SlackBench.StartAsync();
        await bench.RootAsync();
        bench.Server.World.LeftOutOfHistory.UnionWith(["bot_id", "user"]);

        Assert.IsType<FindOutcome.CannotTell>(await bench.FindAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
    }

    [Fact]
    public async Task H4_A_reply_that_a_look_finds_at_the_top_is_left_there_while_its_root_stands()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        var request = SlackBench.Request("startups", SlackBench.Payload("本文"), root);
        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(request with { ThreadId = null }));

        Assert.IsType<FindOutcome.CannotTell>(await bench.FindAsync(request));

        Assert.Equal(2, bench.Server.Messages(SlackServer.FirstChannel).Count);
    }

    [Fact]
    public async Task B5_A_stray_reply_at_the_top_of_the_channel_is_taken_down_and_absent()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.DeleteMessage(SlackServer.FirstChannel, root);
        var request = SlackBench.Request("startups", SlackBench.Payload("本文"), root);
        bench.Server.Script.Add(new Fault(null, Answer.Reset) { Operation = "send" });
        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(request));
        Assert.Single(bench.Server.Messages(SlackServer.FirstChannel));

        Assert.True(Assert.IsType<FindOutcome.Absent>(await bench.FindAsync(request)).IsThreadGone);

        Assert.Empty(bench.Server.Messages(SlackServer.FirstChannel));
        Assert.True(Assert.IsType<FindOutcome.Absent>(await bench.FindAsync(request)).IsThreadGone);
    }

    [Fact]
    public async Task A_reply_that_never_arrived_is_absent_from_a_thread_that_stands()
    {
        await using var bench = await SlackBench.StartAsync();
        var request = SlackBench.Request("startups", SlackBench.Payload("本文"), await bench.RootAsync());

        Assert.False(Assert.IsType<FindOutcome.Absent>(await bench.FindAsync(request)).IsThreadGone);
    }

    [Fact]
    public async Task What_was_written_a_moment_ago_may_not_be_seen_yet()
    {
        await using var bench = await SlackBench.StartAsync();
        var request = SlackBench.Request("root", SlackBench.Payload("根"));
        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(request));
        bench.Server.World.ReadDelay = TimeSpan.FromMinutes(1);

        Assert.IsType<FindOutcome.Absent>(await bench.FindAsync(request));

        bench.Server.World.ReadDelay = TimeSpan.Zero;
        Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request));
    }

    [Fact]
    public async Task Without_the_scope_to_read_nothing_can_be_told()
    {
        await using var bench = await SlackBench.StartAsync(isInstalled: false);
        bench.Server.World.AddToken("xoxb-blind", SlackServer.FirstWorkspace, ["chat:write"]);
        await bench.InstallAsync("xoxb-blind");

        var outcome = Assert.IsType<FindOutcome.CannotTell>(await bench.FindAsync(SlackBench.Request("root", SlackBench.Payload("根"))));

        Assert.Contains("missing_scope", outcome.Detail, StringComparison.Ordinal);
        Assert.Contains("history", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_or_an_outage_says_nothing_about_the_message()
    {
        await using var bench = await SlackBench.StartAsync();
        var request = SlackBench.Request("root", SlackBench.Payload("根"));
        bench.Server.Script.Add(new Fault(Decision.Limit("30"), null) { Operation = "find" });

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<FindOutcome.RetryAfter>(await bench.FindAsync(request)).After);

        await bench.Server.CloseAsync();
        Assert.IsType<FindOutcome.RetryAfter>(await bench.FindAsync(request));
    }

    [Fact]
    public async Task A_revoked_token_blocks_the_look_up_until_a_person_has_replaced_it()
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.World.Revoke(SlackServer.FirstWorkspace);

        var blocked = Assert.IsType<FindOutcome.Blocked>(await bench.FindAsync(SlackBench.Request("root", SlackBench.Payload("根"))));

        Assert.Equal(RejectReason.TokenRefused, blocked.Reason);
    }
}

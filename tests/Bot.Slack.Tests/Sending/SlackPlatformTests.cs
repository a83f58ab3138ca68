using System.Text.Json;
using Bot.Chat.Messages;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Slack;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Sending;

/// <summary>The contract of a platform, tested against a server on a real socket.</summary>
public sealed class SlackPlatformTests
{
    [Fact]
    public async Task The_sample_is_posted_as_a_root_and_its_replies_in_order()
    {
        await using var bench = await SlackBench.StartAsync();
        string? thread = null;
        foreach (var (name, message) in Compose.Messages(Compose.Thread(Compose.Fixture("sample-briefing.md"))))
        {
            var payload = bench.Platform.Render(message).Single();
            var sent = Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request(name, payload, thread)));
            Assert.Equal(thread is null ? sent.MessageId : null, sent.ThreadId);
            thread ??= sent.ThreadId;
        }

        var posted = bench.Server.Messages(SlackServer.FirstChannel);
        Assert.Equal(9, posted.Count);
        Assert.All(posted.Skip(1), message => Assert.Equal(thread, message.ThreadTs));
        Assert.All(posted, message => Assert.False(message.Unfurls));
        Assert.StartsWith("AIが工場とロボットに手を伸ばした週", posted[0].Text, StringComparison.Ordinal);
        Assert.Equal(SlackBench.Request("root", "").Key.Value, posted[0].Key);
        Assert.Empty(bench.Alerts.All);
    }

    [Fact]
    public async Task A_message_that_was_accepted_though_the_answer_was_lost_is_found()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.Script.Add(new Fault(null, Answer.Reset) { Operation = "send" });
        var request = SlackBench.Request("startups", SlackBench.Payload("本文"), root);

        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(request));

        var found = Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request));
        Assert.Equal(bench.Server.Messages(SlackServer.FirstChannel)[1].Ts, found.MessageId);
        Assert.Null(found.ThreadId);
    }

    [Fact]
    public async Task H4_An_answer_that_does_not_say_the_thread_is_asked_about_and_nothing_is_deleted()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.World.LeftOutOfAnswers.Add("thread_ts");

        var sent = Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("startups", SlackBench.Payload("本文"), root)));

        Assert.Equal(bench.Server.Messages(SlackServer.FirstChannel)[1].Ts, sent.MessageId);
        Assert.DoesNotContain(bench.Server.Log.All, entry => entry.Operation == "delete");
    }

    [Fact]
    public async Task H4_While_Slack_does_not_say_where_a_reply_stands_it_is_neither_sent_nor_deleted()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.World.LeftOutOfAnswers.Add("thread_ts");
        bench.Server.Script.Add(new Fault(null, Answer.WithStatus(500)) { Operation = "find" });
        var request = SlackBench.Request("startups", SlackBench.Payload("本文"), root);

        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(request));
        Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request));

        Assert.Equal(2, bench.Server.Messages(SlackServer.FirstChannel).Count);
    }

    [Theory]
    [InlineData(AnswerKind.Partial)]
    [InlineData(AnswerKind.NotJson)]
    [InlineData(AnswerKind.InternalError)]
    public async Task An_unusable_answer_is_unknown_and_a_root_is_found_in_the_history(AnswerKind kind)
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(null, Answer.Of(kind)) { Operation = "send" });
        var request = SlackBench.Request("root", SlackBench.Payload("根"));

        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(request));

        var found = Assert.IsType<FindOutcome.Found>(await bench.FindAsync(request));
        Assert.Equal(found.MessageId, found.ThreadId);
    }

    [Fact]
    public async Task A_server_error_is_unknown_and_what_was_not_accepted_is_absent()
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Ignore, Answer.WithStatus(500)) { Operation = "send" });
        var request = SlackBench.Request("root", SlackBench.Payload("根"));

        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(request));

        Assert.IsType<FindOutcome.Absent>(await bench.FindAsync(request));
    }

    [Fact]
    public async Task A_silent_server_is_unknown_when_the_time_is_over()
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Accept, Answer.Silence) { Operation = "send" });

        var outcome = await SlackBench.WithinAsync(
            token => bench.Platform.SendAsync(SlackBench.Request("root", SlackBench.Payload("根")), token),
            TimeSpan.FromSeconds(2)
        );

        Assert.IsType<SendOutcome.Unknown>(outcome);
    }

    [Fact]
    public async Task Nobody_there_means_nothing_left()
    {
        await using var bench = await SlackBench.StartAsync();
        await bench.Server.CloseAsync();

        var outcome = await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根")));

        Assert.Equal(RetryScope.Token, Assert.IsType<SendOutcome.RetryAfter>(outcome).Scope);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_refused()
    {
        await using var bench = await SlackBench.StartAsync();
        await using var elsewhere = await SlackServer.StartAsync();
        bench.Server.Script.Add(
            new Fault(Decision.Ignore, Answer.RedirectTo(elsewhere.ApiAddress + "chat.postMessage")) { Operation = "send" }
        );

        Assert.IsType<SendOutcome.Rejected>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));

        Assert.Empty(elsewhere.Log.All);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("86400", 86400)]
    public async Task A_limit_says_how_long_and_the_method_is_left_alone_until_then(string header, int seconds)
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Limit(header), null) { Operation = "send" });

        var limited = Assert.IsType<SendOutcome.RetryAfter>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
        var next = await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根")));

        Assert.Equal(TimeSpan.FromSeconds(seconds), limited.After);
        Assert.Equal(seconds == 0, next is SendOutcome.Sent);
        Assert.Equal(seconds == 0 ? 2 : 1, bench.Server.Log.All.Count(entry => entry.Kind == Emulators.Log.LogKind.Asked));
    }

    [Fact]
    public async Task A_limit_without_a_header_leaves_the_wait_to_the_caller()
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Limit(null), null) { Operation = "send" });

        Assert.Null(
            Assert.IsType<SendOutcome.RetryAfter>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根")))).After
        );
    }

    [Theory]
    [InlineData("token_revoked", RejectReason.TokenRefused)]
    [InlineData("is_archived", RejectReason.ChannelGone)]
    [InlineData("restricted_action", RejectReason.ChannelLocked)]
    [InlineData("an_error_of_tomorrow", RejectReason.Other)]
    public async Task A_refusal_has_its_reason_and_Slacks_word(string error, RejectReason reason)
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Refuse(error), null) { Operation = "send" });

        var rejected = Assert.IsType<SendOutcome.Rejected>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));

        Assert.Equal(reason, rejected.Reason);
        Assert.Contains(error, rejected.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_replaces_the_blocks_and_keeps_the_key()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        var request = SlackBench.Request("edit", SlackBench.Payload("新しい根"));

        var outcome = await SlackBench.WithinAsync(token => bench.Platform.EditAsync(request, root, token));

        Assert.Equal(root, Assert.IsType<SendOutcome.Sent>(outcome).MessageId);
        var posted = Assert.Single(bench.Server.Messages(SlackServer.FirstChannel));
        Assert.Equal("新しい根", posted.Text);
        Assert.Equal(SlackBench.Request("root", "").Key.Value, posted.Key);
    }

    [Fact]
    public async Task An_edit_of_a_message_that_is_gone_says_so()
    {
        await using var bench = await SlackBench.StartAsync();

        var outcome = await SlackBench.WithinAsync(token =>
            bench.Platform.EditAsync(SlackBench.Request("edit", SlackBench.Payload("x")), "1700000000.000009", token)
        );

        Assert.Equal(RejectReason.ThreadGone, Assert.IsType<SendOutcome.Rejected>(outcome).Reason);
    }

    [Fact]
    public async Task Deleting_twice_is_deleting_once()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        Task<SendOutcome> Delete() => SlackBench.WithinAsync(token => bench.Platform.DeleteAsync(SlackBench.Channel, null, root, token));

        Assert.IsType<SendOutcome.Sent>(await Delete());
        Assert.IsType<SendOutcome.Sent>(await Delete());
        Assert.Empty(bench.Server.Messages(SlackServer.FirstChannel));
    }

    [Fact]
    public async Task Without_an_installation_nothing_is_sent()
    {
        await using var bench = await SlackBench.StartAsync(isInstalled: false);

        var outcome = await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根")));

        Assert.Equal(RejectReason.TokenRefused, Assert.IsType<SendOutcome.Rejected>(outcome).Reason);
        Assert.Empty(bench.Server.Log.All);
    }

    [Fact]
    public async Task While_the_database_is_away_nothing_is_sent_and_it_is_tried_again()
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Installations.IsAway = true;

        Assert.IsType<SendOutcome.RetryAfter>(await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
        Assert.IsType<FindOutcome.RetryAfter>(await bench.FindAsync(SlackBench.Request("root", SlackBench.Payload("根"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task What_is_no_payload_of_Slacks_is_refused(string payload)
    {
        await using var bench = await SlackBench.StartAsync();

        Assert.Equal(
            RejectReason.PayloadRefused,
            Assert.IsType<SendOutcome.Rejected>(await bench.SendAsync(SlackBench.Request("root", payload))).Reason
        );
    }

    [Fact]
    public async Task No_outcome_shows_the_token()
    {
        await using var bench = await SlackBench.StartAsync(isInstalled: false);
        await bench.InstallAsync("xoxb-canary-token");

        var outcomes = new object[]
        {
            await bench.SendAsync(SlackBench.Request("root", SlackBench.Payload("根"))),
            await bench.FindAsync(SlackBench.Request("root", SlackBench.Payload("根"))),
        };

        Assert.DoesNotContain("canary", JsonSerializer.Serialize(outcomes.Select(outcome => outcome.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_reach_the_channel()
    {
        await using var bench = await SlackBench.StartAsync();
        var message = Compose.Message(Compose.Paragraph("根")) with { Buttons = [new Button("出典", "sources", "", "us-ai", null)] };

        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("root", bench.Platform.Render(message).Single())));

        Assert.Contains(
            "1a|sources|us-ai||",
            bench.Server.Messages(SlackServer.FirstChannel)[0].Blocks!.ToJsonString(),
            StringComparison.Ordinal
        );
    }
}

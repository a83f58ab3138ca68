using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Bot.Slack.Sending;
using Bot.Slack.Tests.Infrastructure;

namespace Bot.Slack.Tests.Setup;

/// <summary>Which questions about token and thread follow a refusal, and what stays open if nobody answers.</summary>
public sealed class SlackProbesTests
{
    private static readonly string Token = SlackTokens.NameOf(SlackServer.FirstWorkspace);

    [Fact]
    public async Task H5_A_token_is_asked_about_each_time_whatever_it_was_told_before()
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Refuse("invalid_auth"), null) { Operation = "auth.test" });

        Assert.Equal(TokenStanding.Refused, (await ProbeAsync(bench)).Standing);
        Assert.Equal(TokenStanding.Accepted, (await ProbeAsync(bench)).Standing);
        Assert.Equal(2, bench.Server.Log.All.Count(entry => entry is { Method: "auth.test", Kind: LogKind.Asked }));
    }

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("internal_error")]
    [InlineData("an_error_of_tomorrow")]
    public async Task H7_What_is_no_word_about_the_token_leaves_it_open(string error)
    {
        await using var bench = await SlackBench.StartAsync();
        bench.Server.Script.Add(new Fault(Decision.Refuse(error), null) { Operation = "auth.test" });

        Assert.Equal(TokenStanding.Unanswered, (await ProbeAsync(bench)).Standing);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(502)]
    public async Task H7_A_page_on_the_way_is_no_verdict_of_Slacks(int status)
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.Script.Add(new Fault(Decision.Ignore, Answer.WithStatus(status)) { Times = 3 });

        Assert.Equal(TokenStanding.Unanswered, (await ProbeAsync(bench)).Standing);
        Assert.Equal(ThreadStanding.Unanswered, (await ThreadAsync(bench, root)).Standing);
        var outcome = await bench.SendAsync(SlackBench.Request("startups", SlackBench.Payload("節"), root));
        Assert.True(outcome is SendOutcome.Unknown or SendOutcome.Rejected { Reason: RejectReason.Other }, outcome.ToString());
        // Nothing was lost because of it.
        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("startups", SlackBench.Payload("節"), root)));
    }

    [Fact]
    public async Task H5_Where_the_bot_is_not_installed_there_is_no_token()
    {
        await using var bench = await SlackBench.StartAsync(isInstalled: false);

        Assert.Equal(TokenStanding.Refused, (await ProbeAsync(bench)).Standing);
        bench.Installations.IsAway = true;
        Assert.Equal(TokenStanding.Unanswered, (await ProbeAsync(bench)).Standing);
    }

    [Fact]
    public async Task H7_A_thread_is_open_until_its_root_is_gone()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();

        Assert.Equal(ThreadStanding.Open, (await ThreadAsync(bench, root)).Standing);
        await SlackBench.WithinAsync(token => bench.Platform.DeleteAsync(SlackBench.Channel, root, root, token));
        Assert.Equal(ThreadStanding.Gone, (await ThreadAsync(bench, root)).Standing);
    }

    [Fact]
    public async Task H7_A_root_that_was_deleted_above_its_replies_is_gone()
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        Assert.IsType<SendOutcome.Sent>(await bench.SendAsync(SlackBench.Request("startups", SlackBench.Payload("節"), root)));
        await SlackBench.WithinAsync(token => bench.Platform.DeleteAsync(SlackBench.Channel, root, root, token));

        Assert.Equal(ThreadStanding.Gone, (await ThreadAsync(bench, root)).Standing);
    }

    [Theory]
    [InlineData("restricted_action_thread_locked")]
    [InlineData("cannot_reply_to_message")]
    [InlineData("restricted_action_non_threadable_channel")]
    public async Task H8_A_thread_that_takes_no_replies_is_no_locked_channel(string error)
    {
        await using var bench = await SlackBench.StartAsync();
        var root = await bench.RootAsync();
        bench.Server.Script.Add(new Fault(Decision.Refuse(error), null) { Operation = "chat.postMessage" });

        Assert.Equal(
            RejectReason.ThreadLocked,
            Assert
                .IsType<SendOutcome.Rejected>(await bench.SendAsync(SlackBench.Request("startups", SlackBench.Payload("節"), root)))
                .Reason
        );
    }

    private static Task<TokenProbe> ProbeAsync(SlackBench bench) =>
        SlackBench.WithinAsync(token => bench.TokenProbe.ProbeAsync(Token, token));

    private static Task<ThreadProbe> ThreadAsync(SlackBench bench, string root) =>
        SlackBench.WithinAsync(token => bench.ThreadProbe.ProbeAsync(SlackBench.Channel, root, token));
}

using System.Net.Http.Json;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack.Faults;

public sealed class ScriptTests : TalkTests
{
    private const string Channel = SlackServer.FirstChannel;

    [Fact]
    public async Task Accepted_and_dropped()
    {
        Talk.Server.Script.Add(new Fault(Decision.Accept, Answer.Reset) { Operation = "send" });

        await Assert.ThrowsAsync<HttpRequestException>(() => Talk.PostAsync("x"));
        Assert.Single(Talk.Server.Messages(Channel));
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    public async Task An_error_after_storing(string error)
    {
        Talk.Server.Script.Add(new Fault(null, Answer.Of(AnswerKind.InternalError) with { Error = error }));

        var answer = await Talk.CallAsync("chat.postMessage", new { channel = Channel, text = "x" });

        Assert.Equal((false, error), ((bool)answer["ok"]!, (string?)answer["error"]));
        Assert.Single(Talk.Server.Messages(Channel));
    }

    [Fact]
    public async Task A_server_error_with_and_without_storing()
    {
        Talk.Server.Script.Add(new Fault(Decision.Ignore, Answer.WithStatus(503, "30")));
        Talk.Server.Script.Add(new Fault(Decision.Accept, Answer.WithStatus(502)));

        using var first = await SendAsync();
        using var second = await SendAsync();

        Assert.Equal((503, "30", 502), ((int)first.StatusCode, first.Headers.GetValues("Retry-After").Single(), (int)second.StatusCode));
        Assert.Single(Talk.Server.Messages(Channel));
    }

    [Fact]
    public async Task A_storm_of_limits()
    {
        Talk.Server.Script.Add(new Fault(Decision.Limit("30"), null) { Times = 3 });

        for (var number = 0; number < 3; number++)
        {
            using var limited = await SendAsync();
            Assert.Equal((429, "30"), ((int)limited.StatusCode, limited.Headers.GetValues("Retry-After").Single()));
        }

        using var good = await SendAsync();
        Assert.True(good.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Answered_and_dropped()
    {
        Talk.Server.Script.Add(new Fault(Decision.Swallow, null));

        await Talk.PostAsync("x");

        Assert.Empty(Talk.Server.Messages(Channel));
        Assert.Single(Talk.Server.Log.All, entry => entry.Kind == LogKind.Ignored);
    }

    [Fact]
    public async Task A_truncated_body()
    {
        Talk.Server.Script.Add(new Fault(null, Answer.Of(AnswerKind.Partial)));

        await Assert.ThrowsAnyAsync<Exception>(() => Talk.PostAsync("x"));
        Assert.Single(Talk.Server.Messages(Channel));
    }

    [Theory]
    [InlineData("archive-channel", "is_archived")]
    [InlineData("revoke-token", "token_revoked")]
    [InlineData("uninstall", "account_inactive")]
    [InlineData("remove-bot", "not_in_channel")]
    [InlineData("remove-channel", "channel_not_found")]
    [InlineData("remove-scope chat:write", "missing_scope")]
    [InlineData("read-only", "restricted_action_read_only_channel")]
    public async Task The_world_changes_just_before_the_second_post(string happening, string error)
    {
        Talk.Server.Script.Add(
            new Fault(null, null)
            {
                Operation = "send",
                Skip = 1,
                Meanwhile = happening,
            }
        );

        var root = await Talk.PostAsync("root");
        var answer = await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = Channel,
                text = "reply",
                thread_ts = root,
            }
        );

        Assert.Equal(error, (string?)answer["error"]);
    }

    [Fact]
    public async Task The_root_is_deleted_just_before_a_reply()
    {
        Talk.Server.Script.Add(new Fault(null, null) { Root = false, Meanwhile = "delete-root" });

        var root = await Talk.PostAsync("root");
        var answer = await Talk.CallAsync(
            "chat.postMessage",
            new
            {
                channel = Channel,
                text = "reply",
                thread_ts = root,
            }
        );

        Assert.True((bool)answer["ok"]!);
        Assert.Null(answer["message"]!["thread_ts"]);
    }

    [Fact]
    public async Task Faults_are_picked_by_the_platforms_own_name()
    {
        Talk.Server.Script.Add(new Fault(Decision.Refuse("fatal_error"), null) { Operation = "conversations.replies", Times = null });
        var root = await Talk.PostAsync("root");

        Assert.Equal(
            "fatal_error",
            (string?)(await Talk.CallAsync("conversations.replies", new { channel = Channel, ts = root }))["error"]
        );
        Assert.True((bool)(await Talk.CallAsync("conversations.history", new { channel = Channel }))["ok"]!);
    }

    [Fact]
    public async Task A_closed_listener_refuses_and_an_opened_one_remembers()
    {
        await Talk.PostAsync("x");
        await Talk.Server.CloseAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => Talk.PostAsync("y"));
        await Talk.Server.OpenAsync();

        await Talk.PostAsync("z");
        Assert.Equal(["x", "z"], Talk.Server.Messages(Channel).Select(message => message.Text));
    }

    private Task<HttpResponseMessage> SendAsync() =>
        Talk.SendAsync("chat.postMessage", JsonContent.Create(new { channel = Channel, text = "x" }), SlackServer.FirstToken);
}

using System.Net.Http.Json;
using Bot.Emulators.Log;
using Bot.Emulators.Slack;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Emulators.Tests.Slack.Api;

public sealed class LimitTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero));
    private Talk _talk = null!;

    public async ValueTask InitializeAsync() => _talk = await Talk.BeginAsync(_time);

    public ValueTask DisposeAsync() => _talk.DisposeAsync();

    [Fact]
    public async Task A_channel_takes_a_burst_and_then_one_message_a_second()
    {
        _talk.Server.Pace.ChannelBurst = 2;

        Assert.Equal(new[] { 200, 200, 429 }, new[] { await StatusAsync(), await StatusAsync(), await StatusAsync() });
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new[] { 200, 429 }, new[] { await StatusAsync(), await StatusAsync() });
        Assert.Equal("1", _talk.Server.Log.All.Last(entry => entry.Kind == LogKind.Limited).Detail);
    }

    [Fact]
    public async Task Another_channel_is_not_held_up()
    {
        _talk.Server.Pace.ChannelBurst = 1;
        var other = _talk.Server.World.AddChannel(SlackServer.FirstWorkspace, "other");

        Assert.Equal(new[] { 200, 429, 200 }, new[] { await StatusAsync(), await StatusAsync(), await StatusAsync(channel: other.Id) });
    }

    [Fact]
    public async Task A_limited_call_is_429_with_whole_seconds_and_an_error()
    {
        _talk.Server.Pace.ChannelBurst = 1;
        await StatusAsync();

        using var response = await PostAsync(SlackServer.FirstChannel);

        Assert.Equal("1", response.Headers.GetValues("Retry-After").Single());
        Assert.Equal("ratelimited", (string?)(await Talk.BodyAsync(response))["error"]);
    }

    [Fact]
    public async Task Beyond_the_pace_messages_may_be_answered_and_never_appear()
    {
        (_talk.Server.Pace.ChannelBurst, _talk.Server.Pace.SwallowsBeyond) = (1, true);

        Assert.Equal(new[] { 200, 200 }, new[] { await StatusAsync(), await StatusAsync() });
        Assert.Single(_talk.Server.Messages(SlackServer.FirstChannel));
        Assert.Single(_talk.Server.Log.All, entry => entry.Kind == LogKind.Ignored);
    }

    [Fact]
    public async Task A_method_has_its_calls_a_minute_and_others_go_on()
    {
        _talk.Server.Pace.PerMinute["conversations.history"] = 1;

        Assert.Equal(
            new[] { 200, 429, 200 },
            new[]
            {
                await StatusAsync("conversations.history"),
                await StatusAsync("conversations.history"),
                await StatusAsync("conversations.info"),
            }
        );
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, await StatusAsync("conversations.history"));
    }

    [Fact]
    public async Task A_workspace_has_a_ceiling()
    {
        _talk.Server.Pace.WorkspacePerMinute = 2;

        Assert.Equal(new[] { 200, 200, 429 }, new[] { await StatusAsync(), await StatusAsync(), await StatusAsync() });
    }

    private async Task<int> StatusAsync(string method = "chat.postMessage", string channel = SlackServer.FirstChannel)
    {
        using var response = await PostAsync(channel, method);
        return (int)response.StatusCode;
    }

    private Task<HttpResponseMessage> PostAsync(string channel, string method = "chat.postMessage") =>
        _talk.SendAsync(method, JsonContent.Create(new { channel, text = "x" }), SlackServer.FirstToken);
}

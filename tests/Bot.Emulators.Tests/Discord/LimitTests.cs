using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Limits;
using Bot.Emulators.Discord.World;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Emulators.Tests.Discord;

public sealed class LimitTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public async Task Five_messages_in_five_seconds_are_the_channels_limit()
    {
        await using var talk = await Talk.BeginAsync(_clock);
        for (var left = 4; left >= 0; left--)
        {
            var posted = await talk.PostAsync("x");
            Assert.Equal(left.ToString(CultureInfo.InvariantCulture), posted.Headers["X-RateLimit-Remaining"]);
            Assert.Equal("5", posted.Headers["X-RateLimit-Limit"]);
        }

        _clock.Advance(TimeSpan.FromSeconds(1.5));
        var limited = await talk.PostAsync("x");
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.Equal((3.5, false), ((double)limited.Body!["retry_after"]!, (bool)limited.Body["global"]!));
        Assert.Equal(
            ("4", "user", "0"),
            (limited.Headers["Retry-After"], limited.Headers["X-RateLimit-Scope"], limited.Headers["X-RateLimit-Remaining"])
        );
        Assert.True(limited.Headers.ContainsKey("Via"));
        _clock.Advance(TimeSpan.FromSeconds(3.5));
        Assert.Equal(HttpStatusCode.OK, (await talk.PostAsync("x")).Status);
    }

    [Fact]
    public async Task Each_channel_has_its_own_bucket_of_the_same_name()
    {
        await using var talk = await Talk.BeginAsync(_clock);
        var one = await talk.PostAsync("x");
        var other = await talk.PostAsync("x", channel: $"/channels/{DefaultIds.AnnouncementChannel}");
        Assert.Equal(one.Headers["X-RateLimit-Bucket"], other.Headers["X-RateLimit-Bucket"]);
        Assert.Equal("4", other.Headers["X-RateLimit-Remaining"]);
    }

    [Fact]
    public async Task All_calls_together_have_a_limit()
    {
        await using var talk = await Talk.BeginAsync(_clock);
        talk.Server.Buckets.Global = BucketLimit.Of(2, 1);
        await talk.SayAsync("GET", "/users/@me");
        await talk.SayAsync("GET", "/users/@me");
        var limited = await talk.PostAsync("x");
        Assert.Equal(
            (true, "global", "true"),
            ((bool)limited.Body!["global"]!, limited.Headers["X-RateLimit-Scope"], limited.Headers["X-RateLimit-Global"])
        );
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("4", (await talk.PostAsync("x")).Headers["X-RateLimit-Remaining"]);
    }

    [Fact]
    public async Task A_hidden_limit_strikes_while_calls_remain()
    {
        await using var talk = await Talk.BeginAsync(_clock);
        talk.Server.World.DefaultGuild.Roles[1].Permissions |= Permission.ManageChannels;
        for (var number = 0; number < 2; number++)
        {
            Assert.Equal(
                HttpStatusCode.OK,
                (await talk.SayAsync("PATCH", Talk.Channel, new JsonObject { ["topic"] = $"{number}" })).Status
            );
        }

        var limited = await talk.SayAsync("PATCH", Talk.Channel, new JsonObject { ["topic"] = "3" });
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.NotEqual("0", limited.Headers["X-RateLimit-Remaining"]);
        Assert.Equal(HttpStatusCode.OK, (await talk.SayAsync("GET", Talk.Channel)).Status);
    }

    [Fact]
    public async Task What_everybody_shares_is_not_held_against_the_bot()
    {
        await using var talk = await Talk.BeginAsync(_clock);
        talk.Server.Buckets.Hide("send", BucketLimit.Of(1, 200, "shared"));
        await talk.PostAsync("x");
        var limited = await talk.PostAsync("x");
        Assert.Equal(("shared", 0), (limited.Headers["X-RateLimit-Scope"], talk.Server.InvalidRequests.Count));
    }

    [Fact]
    public async Task Invalid_requests_are_counted_for_ten_minutes_and_end_in_a_ban()
    {
        await using var talk = await Talk.BeginAsync(_clock);
        talk.Server.InvalidRequests.BanAt = 2;
        talk.Server.Tokens.Revoke(Talk.Token);
        Assert.Equal((HttpStatusCode.Unauthorized, 0), ((await talk.PostAsync("x")).Status, (await talk.PostAsync("x")).Code));
        var banned = await talk.PostAsync("x");
        Assert.Equal((HttpStatusCode.TooManyRequests, false, null), (banned.Status, banned.Headers.ContainsKey("Via"), banned.Body));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, talk.Server.InvalidRequests.Count);
    }

    [Fact]
    public async Task A_caller_without_the_right_agent_is_blocked_at_the_door()
    {
        await using var talk = await Talk.BeginAsync(_clock);
        talk.Http.DefaultRequestHeaders.UserAgent.Clear();
        Assert.Equal((HttpStatusCode.Forbidden, 40333), ((await talk.PostAsync("x")).Status, (await talk.PostAsync("x")).Code));
    }
}

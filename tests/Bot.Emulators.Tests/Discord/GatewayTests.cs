using System.IO.Compression;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Gateway;
using Bot.Emulators.Discord.World;
using Bot.Emulators.Log;

namespace Bot.Emulators.Tests.Discord;

public sealed class GatewayTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_begins_with_hello_ready_and_its_guilds()
    {
        await using var talk = await Talk.BeginAsync();
        using var socket = await Socket.OpenAsync(talk.Server.GatewayUrl);
        Assert.Equal(41250, (int)(await socket.NextAsync(10))["d"]!["heartbeat_interval"]!);
        await socket.SendAsync(1, null);
        await socket.NextAsync(11);
        await socket.SendAsync(2, Socket.Identify(1));
        var ready = await socket.NextAsync("READY");
        Assert.True((bool)ready["d"]!["guilds"]![0]!["unavailable"]!);
        Assert.NotEqual(talk.Server.GatewayUrl, (string?)ready["d"]!["resume_gateway_url"]);
        var guild = await socket.NextAsync("GUILD_CREATE");
        Assert.Equal(2, (int)guild["s"]!);
        Assert.Equal(3, guild["d"]!["channels"]!.AsArray().Count);
        Assert.Equal(999, (int)(await talk.SayAsync("GET", "/gateway/bot")).Body!["session_start_limit"]!["remaining"]!);
    }

    [Fact]
    public async Task A_session_hears_only_what_it_asked_for()
    {
        await using var talk = await Talk.BeginAsync();
        using var socket = await Socket.IdentifiedAsync(talk, intents: 0);
        await talk.PostAsync("x");
        talk.Server.World.Deny(DefaultIds.TextChannel, Permission.EmbedLinks);
        await talk.SayAsync("PUT", $"/applications/{DefaultIds.Application}/commands", new JsonArray(CommandTests.Funding));
        await talk.Server.People.CommandAsync("funding", new Dictionary<string, string> { ["company"] = "xai" });
        Assert.Equal("INTERACTION_CREATE", (string?)(await socket.NextAsync(0))["t"]);
    }

    [Fact]
    public async Task A_lost_connection_is_resumed_with_what_was_missed()
    {
        await using var talk = await Talk.BeginAsync();
        using var first = await Socket.OpenAsync(talk.Server.GatewayUrl);
        await first.SendAsync(2, Socket.Identify(1));
        var ready = await first.NextAsync("READY");
        await first.NextAsync("GUILD_CREATE");
        await first.CloseAsync(4200);
        await talk.Server.Log.WaitForAsync(entry => entry.Detail == "gone 4200", Deadline, Cancellation);
        talk.Server.World.Deny(DefaultIds.TextChannel, Permission.EmbedLinks);

        using var second = await Socket.OpenAsync((string)ready["d"]!["resume_gateway_url"]!);
        await second.SendAsync(
            6,
            new JsonObject
            {
                ["token"] = Talk.Token,
                ["session_id"] = ready["d"]!["session_id"]!.DeepClone(),
                ["seq"] = 2,
            }
        );
        var missed = await second.NextAsync(0);
        Assert.Equal(("CHANNEL_UPDATE", 3), ((string?)missed["t"], (int)missed["s"]!));
        await second.NextAsync("RESUMED");
        Assert.Equal(999, talk.Server.Gateway.Settings.StartsRemaining);
    }

    [Fact]
    public async Task A_session_that_was_closed_in_order_is_over()
    {
        await using var talk = await Talk.BeginAsync();
        using var first = await Socket.OpenAsync(talk.Server.GatewayUrl);
        await first.SendAsync(2, Socket.Identify(1));
        var ready = await first.NextAsync("READY");
        await first.CloseAsync(1000);
        await talk.Server.Log.WaitForAsync(entry => entry.Detail == "gone 1000", Deadline, Cancellation);
        using var second = await Socket.OpenAsync(talk.Server.GatewayUrl);
        await second.SendAsync(
            6,
            new JsonObject
            {
                ["token"] = Talk.Token,
                ["session_id"] = ready["d"]!["session_id"]!.DeepClone(),
                ["seq"] = 1,
            }
        );
        Assert.False((bool)(await second.NextAsync(9))["d"]!);
    }

    [Theory]
    [InlineData("{", 4002)]
    [InlineData("""{"op":99}""", 4001)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":2,"d":{"intents":1}}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"t","properties":{},"intents":67108864}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"t","properties":{},"intents":32768}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"t","properties":{},"intents":1,"shard":[1,1]}}""", 4010)]
    public async Task What_is_against_the_rules_is_closed_with_its_code(string frame, int code)
    {
        await using var talk = await Talk.BeginAsync();
        using var socket = await Socket.OpenAsync(talk.Server.GatewayUrl);
        await socket.SendAsync(frame);
        Assert.Equal(code, await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_refused_token_a_second_identify_and_a_wrong_version_have_codes_too()
    {
        await using var talk = await Talk.BeginAsync();
        using var identified = await Socket.IdentifiedAsync(talk);
        await identified.SendAsync(2, Socket.Identify(1));
        Assert.Equal(4005, await identified.ClosedAsync());
        using var old = await Socket.OpenAsync(talk.Server.GatewayUrl, "?v=6");
        Assert.Equal(4012, await old.ClosedAsync());
        talk.Server.Gateway.Settings.MaxConcurrency = 5;
        talk.Server.Tokens.Revoke(Talk.Token);
        using var refused = await Socket.OpenAsync(talk.Server.GatewayUrl);
        await refused.SendAsync(2, Socket.Identify(1));
        Assert.Equal(4004, await refused.ClosedAsync());
    }

    [Fact]
    public async Task Beyond_the_days_starts_the_token_is_gone()
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Gateway.Settings.StartsRemaining = 0;
        using var socket = await Socket.OpenAsync(talk.Server.GatewayUrl);
        await socket.SendAsync(2, Socket.Identify(1));
        Assert.Equal(4004, await socket.ClosedAsync());
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await talk.PostAsync("x")).Status);
    }

    [Fact]
    public async Task Two_sessions_are_not_started_at_once()
    {
        await using var talk = await Talk.BeginAsync();
        using var first = await Socket.IdentifiedAsync(talk);
        using var second = await Socket.OpenAsync(talk.Server.GatewayUrl);
        await second.SendAsync(2, Socket.Identify(1));
        Assert.False((bool)(await second.NextAsync(9))["d"]!);
    }

    [Fact]
    public async Task A_payload_is_small_and_a_minute_has_so_many()
    {
        await using var talk = await Talk.BeginAsync();
        using var large = await Socket.OpenAsync(talk.Server.GatewayUrl);
        await large.SendAsync(
            new JsonObject
            {
                ["op"] = 1,
                ["d"] = null,
                ["x"] = new string('x', 4096),
            }.ToJsonString()
        );
        Assert.Equal(4002, await large.ClosedAsync());
        talk.Server.Gateway.Settings.MessagesPerMinute = 3;
        using var eager = await Socket.OpenAsync(talk.Server.GatewayUrl);
        for (var number = 0; number < 4; number++)
        {
            await eager.SendAsync(1, null);
        }

        Assert.Equal(4008, await eager.ClosedAsync());
    }

    [Fact]
    public async Task Who_does_not_beat_is_timed_out()
    {
        await using var talk = await Talk.BeginAsync();
        talk.Server.Gateway.Settings.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        using var socket = await Socket.OpenAsync(talk.Server.GatewayUrl);
        Assert.Equal(4009, await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_silent_socket_stays_open_and_says_nothing()
    {
        await using var talk = await Talk.BeginAsync();
        using var socket = await Socket.IdentifiedAsync(talk);
        await socket.NextAsync("GUILD_CREATE");
        talk.Server.Gateway.FallSilent();
        await socket.SendAsync(1, 2);
        await talk.Server.Log.WaitForAsync(entry => entry.Detail == "unheard", Deadline, Cancellation);
        Assert.Null(socket.CloseStatus);
        Assert.Single(talk.Server.Gateway.Connections);
    }

    [Fact]
    public async Task The_server_asks_to_reconnect_and_for_a_heartbeat_and_ends_sessions()
    {
        await using var talk = await Talk.BeginAsync();
        using var socket = await Socket.IdentifiedAsync(talk);
        talk.Server.Gateway.AskHeartbeat();
        await socket.NextAsync(1);
        talk.Server.Gateway.Reconnect();
        await socket.NextAsync(7);
        talk.Server.Gateway.Invalidate(resumable: true);
        Assert.True((bool)(await socket.NextAsync(9))["d"]!);
        talk.Server.Gateway.Close(4000);
        Assert.Equal(4000, await socket.ClosedAsync());
    }

    [Fact]
    public void A_compressed_message_ends_with_the_marker_and_shares_its_context_with_the_next()
    {
        using var encoder = new ZlibStreamEncoder();
        var (first, second) = (encoder.Encode("資金調達"u8.ToArray()), encoder.Encode("資金調達"u8.ToArray()));
        Assert.Equal([0x00, 0x00, 0xFF, 0xFF], first[^4..]);
        Assert.Equal([0x00, 0x00, 0xFF, 0xFF], second[^4..]);
        Assert.True(second.Length < first.Length);
        using var inflate = new ZLibStream(new MemoryStream([.. first, .. second]), CompressionMode.Decompress);
        var text = new byte[24];
        inflate.ReadExactly(text);
        Assert.Equal("資金調達資金調達", System.Text.Encoding.UTF8.GetString(text));
    }

    [Fact]
    public async Task The_first_heartbeat_is_noted_with_its_delay()
    {
        await using var talk = await Talk.BeginAsync();
        using var socket = await Socket.OpenAsync(talk.Server.GatewayUrl);
        await socket.NextAsync(10);
        await socket.SendAsync(1, null);
        var entry = await talk.Server.Log.WaitForAsync(
            entry => entry.Kind == LogKind.Gateway && entry.Detail!.StartsWith("first-heartbeat null after", StringComparison.Ordinal),
            Deadline,
            Cancellation
        );
        Assert.EndsWith(" ms", entry.Detail, StringComparison.Ordinal);
    }
}

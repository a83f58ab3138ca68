using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Interactions;

namespace Bot.Emulators.Tests.Slack.Socket;

public sealed class SocketTests : TalkTests
{
    [Fact]
    public async Task An_address_greets_and_works_once()
    {
        var address = await AddressAsync();
        using var app = await SocketApp.ConnectAsync(address);

        var hello = await app.ReceiveAsync();

        Assert.Equal(("hello", 1), ((string?)hello!["type"], (int)hello["num_connections"]!));
        await Assert.ThrowsAsync<WebSocketException>(() => SocketApp.ConnectAsync(address));
    }

    [Fact]
    public async Task A_command_comes_as_an_envelope_and_the_acknowledgement_is_shown()
    {
        using var app = await ConnectAsync();
        var typing = Talk.Server.People.TypeAsync(new SlashCommand("/funding", "xai"), cancellationToken: Cancellation);

        var envelope = (await app.ReceiveAsync())!;
        await app.AcknowledgeAsync(envelope, new JsonObject { ["text"] = "here" });

        Assert.Equal(("slash_commands", true), ((string?)envelope["type"], (bool)envelope["accepts_response_payload"]!));
        Assert.Equal("xai", (string?)envelope["payload"]!["text"]);
        Assert.True((await typing).Sent.IsOk);
        Assert.Equal("here", Assert.Single(Talk.Server.Shown.All).Text);
    }

    [Fact]
    public async Task Without_a_connection_a_command_fails_at_once()
    {
        var done = await Talk.Server.People.TypeAsync(new SlashCommand("/help"), cancellationToken: Cancellation);

        Assert.Equal("dispatch_failed", done.Sent.Verdict);
    }

    [Fact]
    public async Task An_event_whose_acknowledgement_is_lost_comes_again()
    {
        (Talk.Server.Events.RetryAfter, Talk.Server.Sockets.LostAcknowledgements) = ([TimeSpan.Zero], 1);
        using var app = await ConnectAsync();
        var sending = Talk.Server.Events.SendAsync(
            Talk.Server.Events.Wrap(new JsonObject { ["type"] = "app_uninstalled" }),
            cancellationToken: Cancellation
        );

        var first = (await app.ReceiveAsync())!;
        await app.AcknowledgeAsync(first);
        var second = (await app.ReceiveAsync())!;
        await app.AcknowledgeAsync(second);

        Assert.Equal((0, 1), ((int)first["retry_attempt"]!, (int)second["retry_attempt"]!));
        Assert.Equal((string?)first["payload"]!["event_id"], (string?)second["payload"]!["event_id"]);
        Assert.Equal(["operation_timeout", "ok"], (await sending).Select(attempt => attempt.Verdict));
    }

    [Fact]
    public async Task The_eleventh_connection_is_sent_away()
    {
        var apps = new List<SocketApp>();
        for (var number = 0; number < 10; number++)
        {
            apps.Add(await ConnectAsync());
        }

        using var extra = await SocketApp.ConnectAsync(await AddressAsync());

        Assert.Equal("too_many_websockets", (string?)(await extra.ReceiveAsync())!["reason"]);
        apps.ForEach(app => app.Dispose());
    }

    [Fact]
    public async Task A_refresh_tells_the_old_connection_and_uses_the_new_one()
    {
        using var old = await ConnectAsync();
        await Talk.Server.Sockets.DisconnectAsync("refresh_requested", cancellationToken: Cancellation);
        Assert.Equal("refresh_requested", (string?)(await old.ReceiveAsync())!["reason"]);
        using var fresh = await ConnectAsync();

        var typing = Talk.Server.People.TypeAsync(new SlashCommand("/help"), cancellationToken: Cancellation);
        await fresh.AcknowledgeAsync((await fresh.ReceiveAsync())!);

        Assert.True((await typing).Sent.IsOk);
    }

    [Fact]
    public async Task A_connection_that_does_not_go_is_cut_off()
    {
        Talk.Server.Sockets.Farewell = TimeSpan.FromMilliseconds(50);
        using var app = await ConnectAsync();

        await Talk.Server.Sockets.DisconnectAsync("link_disabled", cancellationToken: Cancellation);

        Assert.Equal("link_disabled", (string?)(await app.ReceiveAsync())!["reason"]);
        Assert.Null(await app.ReceiveAsync());
    }

    [Fact]
    public async Task A_connection_may_be_dismissed_before_it_is_greeted()
    {
        Talk.Server.Sockets.DismissedBeforeHello = 1;
        using var app = await SocketApp.ConnectAsync(await AddressAsync());

        Assert.Equal("disconnect", (string?)(await app.ReceiveAsync())!["type"]);
        Assert.Null(await app.ReceiveAsync());
        Assert.Equal(0, Talk.Server.Sockets.Opened);
    }

    private async Task<string> AddressAsync() =>
        (string)(await Talk.CallAsync("apps.connections.open", new { }, Talk.Server.World.App.AppToken))["url"]!;

    private async Task<SocketApp> ConnectAsync()
    {
        var opened = Talk.Server.Sockets.Opened;
        var app = await SocketApp.ConnectAsync(await AddressAsync());
        await app.ReceiveAsync();
        await Talk.Server.Sockets.WaitForAsync(hub => hub.Opened > opened, TimeSpan.FromSeconds(60), Cancellation);
        return app;
    }
}

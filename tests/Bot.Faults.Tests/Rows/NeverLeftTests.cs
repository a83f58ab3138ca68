using System.Net;
using System.Net.Sockets;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Emulators.TestChat;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Rows;

/// <summary>Rows A14 to A16: the request never reached the platform, or something else answered instead.</summary>
public sealed class NeverLeftTests
{
    [Theory, OnEveryPlatform]
    [Trait("Fault", "A14")]
    public async Task A14_A_refused_connection_is_tried_again_without_a_look(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        await stage.Chat.CloseAsync();
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.UntilAsync(all => all[0].Posts[0] is { State: PostState.Planned, Retries: >= 2 }, "it was tried twice");
        await stage.Chat.OpenAsync();
        await stage.UntilDoneAsync();

        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
        Assert.Equal(4, stage.Count(LogKind.Asked, "send"));
    }

    [Theory]
    [Trait("Fault", "A14")]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.TryAgain)]
    public async Task A14_A_name_that_does_not_resolve_is_tried_again_without_a_look(SocketError error)
    {
        await using var stage = await Stage.SetAsync();
        var failures = 0;
        stage.Settings = stage.Settings with
        {
            Connect = async (context, cancellationToken) =>
            {
                if (Interlocked.Increment(ref failures) <= 3)
                {
                    throw new SocketException((int)error);
                }

                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.UntilDoneAsync();

        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
        Assert.Equal(4, stage.Count(LogKind.Asked, "send"));
    }

    [Fact]
    [Trait("Fault", "A14")]
    public async Task A14_A_name_server_that_never_answers_ends_in_time_without_a_look()
    {
        await using var stage = await Stage.SetAsync();
        var attempts = 0;
        stage.Settings = stage.Settings with
        {
            Timeout = TimeSpan.FromSeconds(2),
            Connect = async (context, cancellationToken) =>
            {
                if (Interlocked.Increment(ref attempts) == 1)
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }

                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.UntilDoneAsync();

        Assert.Equal(0, stage.Count(LogKind.Asked, "find"));
    }

    [Theory]
    [Trait("Fault", "A15")]
    [InlineData(BadTls.Expired)]
    [InlineData(BadTls.WrongHost)]
    [InlineData(BadTls.Untrusted)]
    [InlineData(BadTls.Reset)]
    public async Task A15_Nothing_is_sent_over_a_connection_that_is_not_trusted(BadTls fault)
    {
        await using var stage = await Stage.SetAsync();
        await using var impostor = await TlsImpostor.StartAsync(fault);
        stage.Settings = stage.Settings with { Address = impostor.Address, Root = impostor.Root };
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.UntilAsync(
            all => all[0].Posts[0] is { State: PostState.Planned, Retries: >= 2, Reason: Reasons.Waiting },
            "it was tried twice"
        );

        Assert.Equal(0, impostor.Requests);
        Assert.True(impostor.Connections >= 2);
        Assert.Equal(0, stage.Count(LogKind.Asked, "send"));
    }

    [Fact]
    [Trait("Fault", "A15")]
    public async Task A15_A_platform_that_stays_out_of_reach_is_told_once()
    {
        await using var stage = await Stage.SetAsync();
        await using var impostor = await TlsImpostor.StartAsync(BadTls.Untrusted);
        stage.Settings = stage.Settings with { Address = impostor.Address, Root = impostor.Root };
        await stage.PlanAsync("c1");
        await stage.PlanAsync("c2");

        await stage.StartAsync();
        await stage.UntilAsync(all => all.Any(delivery => delivery.Posts[0].Retries >= 2), "it was tried twice");
        stage.Clock.Shift(TimeSpan.FromMinutes(30));
        await stage.UntilToldAsync();
        stage.Clock.Shift(TimeSpan.FromMinutes(30));
        await stage.UntilAsync(all => all.Any(delivery => delivery.Posts[0].Retries >= 4), "it was tried twice more");

        Assert.Single(stage.Alerts.All);
    }

    [Fact]
    [Trait("Fault", "A15")]
    public async Task A15_A_trusted_certificate_is_accepted()
    {
        // The counterpart: without it the rows above would pass for any reason.
        await using var stage = await Stage.SetAsync();
        await using var impostor = await TlsImpostor.StartAsync(BadTls.None);
        stage.Settings = stage.Settings with { Address = impostor.Address, Root = impostor.Root };
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.UntilAsync(_ => impostor.Requests > 0, "a request came");
    }

    [Theory, OnEveryPlatform]
    [Trait("Fault", "A16")]
    public async Task A16_A_redirect_is_a_failure_and_the_token_goes_to_nobody_else(Scene scene)
    {
        await using var stage = await Stage.SetAsync(scene);
        await using var elsewhere = await TestChatServer.StartAsync();
        stage.Chat.Script.Add(
            new Fault(Decision.Ignore, Answer.RedirectTo(elsewhere.Address + "workspaces/T1/channels/general/messages"))
            {
                Operation = "send",
                Root = true,
                // A passing refusal comes from somebody on the way, and is retried.
                Times = null,
            }
        );
        await stage.PlanAsync();

        await stage.StartAsync();
        var delivery = Assert.Single(await stage.UntilDoneAsync());

        Assert.Empty(elsewhere.Log.All);
        Assert.Equal(PostState.Failed, delivery.Posts[0].State);
        Assert.All(delivery.Posts.Skip(1), post => Assert.Equal(PostState.Cancelled, post.State));
    }

    [Theory]
    [Trait("Fault", "A16")]
    [OnEveryPlatform(true)]
    [OnEveryPlatform(false)]
    public async Task A16_The_page_of_a_captive_portal_is_no_success(Scene scene, bool isAccepted)
    {
        await using var stage = await Stage.SetAsync(scene);
        stage.Chat.Script.Add(
            new Fault(isAccepted ? Decision.Accept : Decision.Ignore, Answer.Of(AnswerKind.NotJson)) { Operation = "send", Root = true }
        );
        await stage.PlanAsync();

        await stage.StartAsync();
        await stage.UntilDoneAsync();

        Assert.Equal(isAccepted || stage.Chat.LooksByRepeating ? 1 : 2, (await stage.DeliveriesAsync())[0].Posts[0].Attempts);
        Assert.Equal(4, stage.Count(LogKind.Accepted, "send"));
    }

    [Fact]
    public async Task A_closed_listener_refuses_and_an_opened_one_is_the_same_server()
    {
        await using var chat = await TestChatServer.StartAsync();
        using var http = new HttpClient();
        await chat.CloseAsync();
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() =>
            http.GetAsync(chat.Address, TestContext.Current.CancellationToken)
        );
        Assert.Equal(HttpRequestError.ConnectionError, failure.HttpRequestError);
        await chat.OpenAsync();
        using var answer = await http.GetAsync(chat.Address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Interactions;
using Bot.Emulators.Discord.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;

namespace Bot.Emulators.Tests.Discord;

/// <summary>Interactions by HTTP, against an endpoint that checks signatures as the documentation says.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private readonly WebApplication _endpoint;
    private Talk _talk = null!;
    private JsonObject _answer = new()
    {
        ["type"] = 4,
        ["data"] = new JsonObject { ["content"] = "inline" },
    };

    public EndpointTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _endpoint = builder.Build();
        _endpoint.MapPost("/discord", AnswerAsync);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _endpoint.StartAsync(Cancellation);
        _talk = await Talk.BeginAsync();
        await _talk.SayAsync("PUT", $"/applications/{DefaultIds.Application}/commands", new JsonArray(CommandTests.Funding));
        _talk.Server.World.Application.InteractionsEndpointUrl = _endpoint.Urls.Single() + "/discord";
    }

    [Fact]
    public async Task A_right_signature_is_accepted_and_every_wrong_one_is_not()
    {
        Assert.Equal("""{"type":1}""", (await _talk.Server.People.PingAsync(cancellationToken: Cancellation)).Body);
        foreach (var bad in Enum.GetValues<BadSignature>().Where(bad => bad != BadSignature.None))
        {
            Assert.Equal((bad, 401), (bad, (await _talk.Server.People.PingAsync(bad, Cancellation)).Status));
        }
    }

    [Fact]
    public async Task An_endpoint_that_refuses_bad_signatures_keeps_its_place()
    {
        Assert.True(await _talk.Server.People.CheckEndpointAsync(Cancellation));
        Assert.NotNull(_talk.Server.World.Application.InteractionsEndpointUrl);
    }

    [Fact]
    public async Task An_endpoint_that_believes_anything_loses_it()
    {
        _checks = false;
        Assert.False(await _talk.Server.People.CheckEndpointAsync(Cancellation));
        Assert.Null((await _talk.SayAsync("GET", "/applications/@me")).Body!["interactions_endpoint_url"]);
    }

    [Fact]
    public async Task An_inline_answer_is_the_reply()
    {
        var interaction = await AskAsync();
        Assert.Equal((200, "inline", null), (interaction.Endpoint!.Status, interaction.Text, interaction.Failure));
    }

    [Fact]
    public async Task An_inline_answer_that_cannot_be_shown_is_a_failure()
    {
        _answer = new JsonObject
        {
            ["type"] = 4,
            ["data"] = new JsonObject { ["content"] = new string('x', 2001) },
        };
        var interaction = await AskAsync();
        Assert.Contains("BASE_TYPE_MAX_LENGTH", interaction.Failure, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _talk.DisposeAsync();
        await _endpoint.DisposeAsync();
    }

    private bool _checks = true;

    private Task<Interaction> AskAsync() =>
        _talk.Server.People.CommandAsync("funding", new Dictionary<string, string> { ["company"] = "xai" });

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new MemoryStream();
        await context.Request.Body.CopyToAsync(reader, context.RequestAborted);
        if (_checks && !IsSigned(context.Request, reader.ToArray()))
        {
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            return;
        }

        var type = (int)JsonNode.Parse(reader.ToArray())!["type"]!;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(type == 1 ? """{"type":1}""" : _answer.ToJsonString(), context.RequestAborted);
    }

    private bool IsSigned(HttpRequest request, byte[] body)
    {
        try
        {
            var key = PublicKey.Import(
                SignatureAlgorithm.Ed25519,
                Convert.FromHexString(_talk.Server.Signer.PublicKey),
                KeyBlobFormat.RawPublicKey
            );
            var signature = Convert.FromHexString(request.Headers["X-Signature-Ed25519"].ToString());
            return SignatureAlgorithm.Ed25519.Verify(
                key,
                [.. Encoding.UTF8.GetBytes(request.Headers["X-Signature-Timestamp"].ToString()), .. body],
                signature
            );
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

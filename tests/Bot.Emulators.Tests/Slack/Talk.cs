using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Slack;

namespace Bot.Emulators.Tests.Slack;

/// <summary>A server and somebody who calls it, without any client of the product's.</summary>
public sealed class Talk : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    private Talk(SlackServer server)
    {
        Server = server;
    }

    public SlackServer Server { get; }

    public HttpClient Http => _http;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Talk> BeginAsync(TimeProvider? time = null)
    {
        var server = await SlackServer.StartAsync(time: time);
        // A busy machine is no reason to fail; tests of the deadlines set their own.
        (server.Bot.Deadline, server.Sockets.Deadline, server.Triggers.Life) = (
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(1)
        );
        return new Talk(server);
    }

    /// <summary>Calls a method with a JSON body.</summary>
    public async Task<JsonObject> CallAsync(string method, object arguments, string token = SlackServer.FirstToken)
    {
        using var response = await SendAsync(method, JsonContent.Create(arguments), token);
        return await BodyAsync(response);
    }

    /// <summary>Calls a method with a form, as methods that read want it.</summary>
    public async Task<JsonObject> FormAsync(
        string method,
        string token = SlackServer.FirstToken,
        params (string Name, string Value)[] fields
    )
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await SendAsync(method, content, token);
        return await BodyAsync(response);
    }

    public async Task<HttpResponseMessage> SendAsync(string method, HttpContent content, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.ApiAddress, method)) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await _http.SendAsync(request, Cancellation);
    }

    /// <summary>Posts and returns the ts.</summary>
    public async Task<string> PostAsync(string text, string? thread = null, string channel = SlackServer.FirstChannel)
    {
        var answer = await CallAsync(
            "chat.postMessage",
            new
            {
                channel,
                text,
                thread_ts = thread,
            }
        );
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return (string)answer["ts"]!;
    }

    public static async Task<JsonObject> BodyAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}

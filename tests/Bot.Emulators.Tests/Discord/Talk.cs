using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.World;

namespace Bot.Emulators.Tests.Discord;

/// <summary>A bot's side of a conversation with the emulator, request by request.</summary>
internal sealed class Talk : IAsyncDisposable
{
    public const string Token = "MTQ1NjAwMDAwMDAwMDAwMDAwMQ.emulated.token";

    private readonly HttpClient _http;

    private Talk(DiscordServer server)
    {
        Server = server;
        _http = new HttpClient();
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("DiscordBot", null));
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("(https://example.com, 1)"));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", Token);
    }

    public DiscordServer Server { get; }

    public HttpClient Http => _http;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Channel { get; } = $"/channels/{DefaultIds.TextChannel}";

    public static async Task<Talk> BeginAsync(TimeProvider? time = null) => new(await DiscordServer.StartAsync(time: time));

    public async Task<Said> SayAsync(string method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Server.ApiAddress + path);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await _http.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        var headers = response.Headers.ToDictionary(header => header.Key, header => header.Value.First());
        return new Said(response.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null, text, headers);
    }

    public Task<Said> PostAsync(string content, string? nonce = null, string? channel = null)
    {
        var body = new JsonObject { ["content"] = content };
        if (nonce is not null)
        {
            (body["nonce"], body["enforce_nonce"]) = (nonce, true);
        }

        return SayAsync("POST", (channel ?? Channel) + "/messages", body);
    }

    public async Task<string> PostedAsync(string content) => (await PostAsync(content)).Id;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>An answer of the emulator.</summary>
internal sealed record Said(HttpStatusCode Status, JsonNode? Body, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string Id => (string)Body!["id"]!;

    public int Code => (int)Body!["code"]!;

    /// <summary>Words of the errors at a place of the tree.</summary>
    public string? ErrorAt(params string[] path) =>
        (string?)path.Aggregate(Body!["errors"], (node, step) => node?[step])?["_errors"]?[0]?["code"];
}

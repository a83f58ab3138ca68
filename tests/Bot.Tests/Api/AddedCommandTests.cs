using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Api;

/// <summary>A command that only the catalogue knows, whose database is away.</summary>
[Collection(RunningBotCollection.Name)]
public sealed class AddedCommandTests : IAsyncLifetime
{
    private const int CannotOpen = 14;

    private readonly Bench _bench = new();
    private RunningBot _bot = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        _bench.Set("Intake:Inbox", "inbox").Compose = services => services.AddSingleton<ICommandDefinition, TideCommand>();
        _bot = await RunningBot.StartAsync(_bench);
        _bot.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task It_has_an_address_and_without_the_database_the_answer_is_to_come_again()
    {
        using var response = await _bot.Http.GetAsync(new Uri("/api/answers/tide?port=north", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("database", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_a_tool_and_without_the_database_it_says_so()
    {
        var list = await CallAsync("tools/list", new { });
        var tool = list.GetProperty("tools").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "tide");
        var called = await CallAsync("tools/call", new { name = "tide", arguments = new { port = "north" } });

        Assert.Equal("port", tool.GetProperty("inputSchema").GetProperty("required")[0].GetString());
        Assert.True(called.GetProperty("isError").GetBoolean());
        Assert.Contains("database", called.GetProperty("content")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> CallAsync(string method, object parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = JsonContent.Create(
                new
                {
                    jsonrpc = "2.0",
                    id = 1,
                    method,
                    @params = parameters,
                }
            ),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var response = await _bot.Http.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, text);
        var json = text.StartsWith('{') ? text : text.Split('\n').Single(line => line.StartsWith("data:", StringComparison.Ordinal))[5..];
        return JsonDocument.Parse(json).RootElement.GetProperty("result").Clone();
    }

    private sealed class TideCommand : ICommandDefinition, ICommandHandler
    {
        public Command Define() =>
            new(
                "tide",
                new LocalizedText("潮", "The tide"),
                [new CommandArgument("port", new LocalizedText("港", "Which port"), [], Required: true)],
                "tide north",
                this
            );

        public Task<Reply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
            throw new SqliteException("unable to open database file", CannotOpen);
    }
}

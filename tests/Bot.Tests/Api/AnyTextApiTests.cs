using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Api;

/// <summary>Any text as any argument over HTTP and as a tool: an answer or what is wrong with it, and nothing of a closed series.</summary>
[Collection(RunningBotCollection.Name)]
public sealed class AnyTextApiTests(ReadingBot reading) : IClassFixture<ReadingBot>
{
    private const int Cases = 120;

    private static readonly string[] Pieces =
    [
        " ",
        "Velvetine",
        "board",
        "会社:",
        "stge:",
        ">=",
        "$100M",
        "先週",
        "2026-01-06",
        "..",
        "9999-12-31",
        "+10",
        "99999999999999999999",
        "top",
        "に投資",
        "の",
        "「",
        "\"",
        "(",
        "OR",
        "NOT",
        "&",
        "%00",
        "@everyone",
        "\u200b",
        "😀",
        "ｘＡＩ",
        "\n",
        "resume",
    ];

    private readonly RunningBot _bot = reading.Bot;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_http_nothing_fails_and_nothing_is_told_that_is_not_open()
    {
        var commands = await ParametersAsync();
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var (name, parameters) = commands[random.Next(commands.Count)];
            var query = string.Join(
                '&',
                parameters.Where(_ => random.Next(2) == 0).Select(parameter => $"{parameter}={Uri.EscapeDataString(Text(random))}")
            );
            using var response = await _bot.Http.GetAsync($"/api/answers/{name}?{query}", Cancellation);
            var body = await response.Content.ReadAsStringAsync(Cancellation);

            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound,
                $"seed {seed}: {(int)response.StatusCode} {name}?{query}"
            );
            Assert.False(body.Contains("7億ドル", StringComparison.Ordinal), $"seed {seed}: {name}?{query}");
        }
    }

    [Fact]
    public async Task As_a_tool_nothing_fails_and_nothing_is_told_that_is_not_open()
    {
        var commands = await ParametersAsync();
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var (name, parameters) = commands[random.Next(commands.Count)];
            var arguments = new JsonObject(
                parameters
                    .Where(_ => random.Next(2) == 0)
                    .Select(parameter => KeyValuePair.Create(parameter, (JsonNode?)JsonValue.Create(Text(random))))
            );
            var call = new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = 1,
                ["method"] = "tools/call",
                ["params"] = new JsonObject { ["name"] = name, ["arguments"] = arguments },
            };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
            {
                Content = new StringContent(call.ToJsonString(), Encoding.UTF8, "application/json"),
            };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
            using var response = await _bot.Http.SendAsync(request, Cancellation);
            var body = await response.Content.ReadAsStringAsync(Cancellation);

            Assert.True(response.StatusCode == HttpStatusCode.OK, $"seed {seed}: {(int)response.StatusCode} {call.ToJsonString()}");
            Assert.True(
                Said(body) is { Length: > 0 } said && !said.Contains("7億ドル", StringComparison.Ordinal),
                $"seed {seed}: {call} {body}"
            );
        }
    }

    /// <summary>What a tool said, in an event or alone; null for anything but a result.</summary>
    private static string? Said(string body)
    {
        const string Event = "data:";
        var line = Array.Find(body.Split('\n'), one => one.Contains("\"result\"", StringComparison.Ordinal))?.Trim();
        return line is null
            ? null
            : JsonNode
                .Parse(line.StartsWith(Event, StringComparison.Ordinal) ? line[Event.Length..] : line)
                ?["result"]?["content"]?[0]?["text"]?.GetValue<string>();
    }

    private async Task<List<(string Name, List<string> Parameters)>> ParametersAsync()
    {
        using var description = JsonDocument.Parse(await _bot.Http.GetStringAsync("/openapi/v1.json", Cancellation));
        const string Root = "/api/answers/";
        return
        [
            .. description
                .RootElement.GetProperty("paths")
                .EnumerateObject()
                .Where(path => path.Name.StartsWith(Root, StringComparison.Ordinal))
                .Select(path =>
                    (
                        path.Name[Root.Length..],
                        path.Value.GetProperty("get")
                            .GetProperty("parameters")
                            .EnumerateArray()
                            .Select(parameter => parameter.GetProperty("name").GetString()!)
                            .ToList()
                    )
                ),
        ];
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}

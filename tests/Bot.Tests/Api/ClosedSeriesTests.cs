using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Api;

/// <summary>
/// What a series that is closed to the web holds is told nowhere: on no page, by no answer, to no tool, under no spelling of its key,
/// whichever token asks. The same addresses of an open series answer.
/// </summary>
[Collection(RunningBotCollection.Name)]
public sealed class ClosedSeriesTests(ReadingBot reading) : IClassFixture<ReadingBot>
{
    private const string Open = "us-ai";
    private const string Closed = "board";

    /// <summary>Stands in the closed series' briefing alone, and in no question that is asked here.</summary>
    private static readonly string[] Secrets = ["役員だけの知らせ", "秘密の計画", "7億ドル"];

    private readonly RunningBot _bot = reading.Bot;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages =>
        [
            "/archive/{0}/2026",
            "/{0}/2026-01-06",
            "/{0}/2026-01-06/evening",
            "/{0}/2026-01-06?q=%2Ffunding%20velvetine",
            "/api/briefings/{0}/2026-01-06",
            "/api/briefings/{0}/2026-01-06?edition=",
            "/api/funding?series={0}",
            "/api/funding?series={0}&company=velvetine",
        ];

    public static TheoryData<string> Spellings =>
        ["board", "Board", "BOARD", "%62oard", "board%20", "%20board", "board/", "ｂｏａｒｄ", "./board"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_address_of_it_tells_anything(string page)
    {
        foreach (var key in Spellings)
        {
            foreach (var token in new[] { ReadingBot.Reader, ReadingBot.Visitor })
            {
                var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, page, key.Data);
                var (status, body) = await GetAsync(address, token);

                Assert.False(status is HttpStatusCode.OK or HttpStatusCode.NotModified, $"{address}: {(int)status}");
                AssertTellsNothing(address, body);
            }
        }
    }

    [Theory]
    [InlineData("/archive/us-ai/2026")]
    [InlineData("/us-ai/2026-01-06")]
    [InlineData("/api/briefings/us-ai/2026-01-06")]
    [InlineData("/api/funding?series=us-ai")]
    public async Task The_same_addresses_of_an_open_series_answer(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(address, ReadingBot.Visitor)).Status);

    [Fact]
    public async Task A_token_that_reads_opens_no_page_and_nothing_that_changes_or_administers()
    {
        foreach (
            var address in new[]
            {
                "/",
                "/threads/1",
                "/archive",
                $"/archive/{Open}/2026",
                $"/{Open}/2026-01-06",
                "/api/deliveries",
                "/api/deliveries/export",
                "/api/deliveries/pauses",
                "/metrics",
                "/health/ready",
            }
        )
        {
            var (status, body) = await GetAsync(address, ReadingBot.Reader);

            Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{address}: {(int)status}");
            AssertTellsNothing(address, body);
        }

        foreach (var series in new[] { Open, Closed })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/briefings?series={series}")
            {
                Content = new StringContent("# x", Encoding.UTF8, "text/markdown"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ReadingBot.Reader);
            using var response = await _bot.Http.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_list_of_series_the_channel_and_every_question_on_a_page_leave_it_out()
    {
        string[] questions =
        [
            "/briefing",
            "/funding velvetine",
            "/company velvetine",
            "/search 秘密",
            "/news",
            "/funding top",
            "velvetine",
            "/sources",
        ];
        string[] addresses =
        [
            "/",
            "/archive",
            "/openapi/v1.json",
            "/api/answers",
            .. questions.SelectMany(question =>
                new[] { "", $"&series={Closed}", $"&series={Closed}&date=2026-01-06" }.SelectMany(rest =>
                    new[] { "/", $"/{Open}/2026-01-06" }.Select(page => $"{page}?q={Uri.EscapeDataString(question)}{rest}")
                )
            ),
        ];
        foreach (var address in addresses)
        {
            var (status, body) = await GetAsync(address, ReadingBot.Visitor);

            Assert.Equal(HttpStatusCode.OK, status);
            AssertTellsNothing(address, body);
        }
    }

    [Fact]
    public async Task No_command_answers_from_it_over_http_or_as_a_tool()
    {
        using var tools = JsonDocument.Parse(Event(await CallAsync("tools/list", [])));
        foreach (var tool in tools.RootElement.GetProperty("result").GetProperty("tools").EnumerateArray())
        {
            var name = tool.GetProperty("name").GetString()!;
            foreach (var key in Spellings.Select(row => Uri.UnescapeDataString(row.Data)))
            {
                var address = $"/api/answers/{name}?series={Uri.EscapeDataString(key)}";
                var (status, body) = await GetAsync(address, ReadingBot.Reader);
                var said = Event(
                    await CallAsync(
                        "tools/call",
                        new JsonObject
                        {
                            ["name"] = name,
                            ["arguments"] = new JsonObject { ["series"] = key },
                        }
                    )
                );

                // A command that asks no series, such as help, refuses the word itself.
                Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{address}: {(int)status}");
                AssertTellsNothing(address, body);
                AssertTellsNothing(name, said);
                using var result = JsonDocument.Parse(said);
                Assert.True(result.RootElement.GetProperty("result").GetProperty("isError").GetBoolean(), $"{name} {key}: {said}");
            }
        }
    }

    [Fact]
    public async Task A_known_tag_does_not_tell_whether_there_is_something()
    {
        foreach (var day in new[] { "2026-01-06", "2026-01-05" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/briefings/{Closed}/{day}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ReadingBot.Reader);
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
            using var response = await _bot.Http.SendAsync(request, Cancellation);

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Null(response.Headers.ETag);
        }
    }

    private static void AssertTellsNothing(string where, string body) =>
        Assert.All(Secrets, secret => Assert.False(body.Contains(secret, StringComparison.Ordinal), $"{where} tells {secret}"));

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string address, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _bot.Http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> CallAsync(string method, JsonObject parameters)
    {
        var call = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = method,
            ["params"] = parameters,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(call.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await _bot.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>The message of an event stream, or the body alone.</summary>
    private static string Event(string body)
    {
        const string Data = "data:";
        var line = Array.Find(body.Split('\n'), one => one.Contains("\"result\"", StringComparison.Ordinal))!.Trim();
        return line.StartsWith(Data, StringComparison.Ordinal) ? line[Data.Length..] : line;
    }
}

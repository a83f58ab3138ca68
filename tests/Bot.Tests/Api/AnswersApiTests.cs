using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Chat.Commands;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Api;

/// <summary>The reading commands as JSON.</summary>
[Collection(RunningBotCollection.Name)]
public sealed class AnswersApiTests(ReadingBot reading) : IClassFixture<ReadingBot>
{
    private readonly RunningBot _bot = reading.Bot;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_reading_command_of_the_catalogue_answers_and_no_other()
    {
        var catalogue = _bot.Services.GetRequiredService<CommandCatalogue>();
        var offered = (await JsonAsync("/api/answers")).EnumerateArray().Select(one => one.GetProperty("name").GetString()!).ToList();

        Assert.Superset(
            new HashSet<string> { "briefing", "funding", "outlook", "company", "news", "search", "sources" },
            offered.ToHashSet()
        );
        foreach (var name in offered)
        {
            using var response = await GetAsync($"/api/answers/{name}");
            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                $"{name}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}"
            );
        }

        foreach (
            var changing in catalogue.All.SelectMany(command => command.Subcommands.Where(one => !one.IsOpen).Select(one => (command, one)))
        )
        {
            var name = changing.one.Name.Length == 0 ? changing.command.Name : $"{changing.command.Name}-{changing.one.Name}";
            using var response = await GetAsync($"/api/answers/{name}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task An_answer_has_its_day_its_series_and_its_sources()
    {
        var answer = await JsonAsync("/api/answers/outlook?horizon=medium&date=2026-01-06&language=ja");

        Assert.Equal("us-ai", answer.GetProperty("series").GetString());
        Assert.Equal("2026-01-06", answer.GetProperty("date").GetString());
        Assert.Equal("", answer.GetProperty("briefings")[0].GetProperty("edition").GetString());
        Assert.Contains("観測網の共有", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_typed_like_arguments_and_citations_lead_to_their_sources()
    {
        var answer = await JsonAsync("/api/answers/funding?company=quillstone");

        Assert.Contains("Quillstone", answer.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains("2026-01-07", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        var source = answer.GetProperty("citations").EnumerateArray().First(one => one.GetProperty("number").GetInt32() == 5);
        Assert.StartsWith("https://", source.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            answer.GetProperty("briefings").EnumerateArray(),
            briefing => briefing.GetProperty("date").GetString() == "2026-01-07"
        );
    }

    [Fact]
    public async Task A_longer_list_has_pages_that_do_not_repeat_themselves()
    {
        var seen = new List<string>();
        for (var address = "/api/answers/search?words=" + Uri.EscapeDataString("の"); ; )
        {
            var page = await JsonAsync(address);
            seen.AddRange(Cards(page));
            if (page.GetProperty("next").ValueKind == JsonValueKind.Null)
            {
                break;
            }

            address = page.GetProperty("next").GetProperty("href").GetString()!;
            Assert.True(seen.Count < 200, "the pages do not end");
        }

        Assert.True(seen.Count > 10, $"{seen.Count} found");
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var first = await GetAsync("/api/answers/news?date=2026-01-06");
        var tag = first.Headers.ETag!;

        using var again = await GetAsync("/api/answers/news?date=2026-01-06", tag);
        using var other = await GetAsync("/api/answers/news?date=2026-01-07", tag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Contains("Accept-Language", first.Headers.Vary);
    }

    [Theory]
    [InlineData("/api/answers/fundng", 404, "unknown-command", "Did you mean funding")]
    [InlineData("/api/answers/funding?compny=x", 400, "bad-query", "compny")]
    [InlineData("/api/answers/funding?skip=-1", 400, "bad-query", "whole number")]
    [InlineData("/api/answers/funding?asOf=yesterday", 400, "bad-date", "2026-01-06")]
    [InlineData("/api/answers/funding?language=fr", 400, "bad-query", "ja or en")]
    [InlineData("/api/answers/funding?series=none", 404, "unknown-series", "us-ai")]
    [InlineData("/api/answers/insight?date=qqq", 400, "not-understood", "qqq")]
    [InlineData("/api/nothing", 404, "nothing-here", "address")]
    public async Task A_mistake_is_told_as_problem_details_in_the_askers_language(string address, int status, string code, string said)
    {
        using var response = await GetAsync(address);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Language", "ja" } } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ReadingBot.Reader);
        using var japanese = await _bot.Http.SendAsync(request, Cancellation);
        Assert.Matches(@"\p{IsHiragana}", await japanese.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("/api/answers/funding?series=board")]
    [InlineData("/api/answers/company?name=velvetine")]
    [InlineData("/api/answers/search?words=velvetine")]
    [InlineData("/api/answers/briefing?series=board&date=2026-01-06")]
    [InlineData("/api/funding?company=velvetine&series=board")]
    [InlineData("/api/briefings/board/2026-01-06")]
    public async Task A_series_of_another_workspace_is_not_read_nor_named(string address)
    {
        using var response = await GetAsync(address);
        var text = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.DoesNotContain("役員", text, StringComparison.Ordinal);
        Assert.DoesNotContain("7億", text, StringComparison.Ordinal);
        Assert.DoesNotContain("us-ai, board", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/archive")]
    [InlineData("/metrics")]
    [InlineData("/health/ready")]
    [InlineData("/api/deliveries")]
    public async Task A_read_token_opens_nothing_else(string address)
    {
        using var response = await GetAsync(address);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_read_and_a_visitors_token_reads_too()
    {
        using var nobody = new HttpClient { BaseAddress = _bot.Http.BaseAddress };
        using var refused = await nobody.GetAsync(new Uri("/api/answers/funding", UriKind.Relative), Cancellation);
        nobody.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ReadingBot.Visitor);
        using var welcome = await nobody.GetAsync(new Uri("/api/answers/funding", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, welcome.StatusCode);
    }

    [Fact]
    public async Task The_description_in_the_repository_is_that_of_the_running_api()
    {
        var path = Path.Combine(SourceTree.Root, "docs", "openapi.json");
        using var response = await GetAsync("/openapi/v1.json");
        var running = (await response.Content.ReadAsStringAsync(Cancellation)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("BOT_UPDATE_GOLDENS") == "1")
        {
            await File.WriteAllTextAsync(path, running, Cancellation);
        }

        Assert.True(
            running == await File.ReadAllTextAsync(path, Cancellation),
            "The API has changed: with BOT_UPDATE_GOLDENS=1 this test writes docs/openapi.json anew. Read the difference: others rely on it."
        );
    }

    private static IEnumerable<string> Cards(JsonElement page) =>
        page.GetProperty("blocks")
            .EnumerateArray()
            .Where(block => block.GetProperty("kind").GetString() == "card")
            .Select(block => block.GetProperty("text").GetString()!);

    private async Task<HttpResponseMessage> GetAsync(string address, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await _bot.Http.SendAsync(request, Cancellation);
    }

    private async Task<JsonElement> JsonAsync(string address)
    {
        using var response = await GetAsync(address);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}

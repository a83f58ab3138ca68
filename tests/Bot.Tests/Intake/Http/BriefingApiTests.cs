using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Intake.Http;

[Collection(RunningBotCollection.Name)]
public sealed class BriefingApiTests : IAsyncLifetime
{
    private const string Token = "5f2c9a7be1d04836b7aa91";

    private readonly Bench _bench = new();
    private readonly string _today = Markdown.OfToday();
    private RunningBot _bot = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // An inbox keeps the sample away.
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        _bench.Set("Intake:ApiTokens:publisher", Token).Set("Intake:Inbox", "inbox");
        _bot = await RunningBot.StartAsync(_bench);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task A_new_briefing_is_created_and_its_receipt_is_the_answer()
    {
        using var response = await PostAsync(_today);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var receipt = await JsonAsync(response);
        Assert.Equal("new", receipt.RootElement.GetProperty("status").GetString());
        Assert.Equal(3, receipt.RootElement.GetProperty("counts").GetProperty("funding").GetInt32());
        Assert.Equal("web:local/briefings", receipt.RootElement.GetProperty("deliveries")[0].GetProperty("channel").GetString());
        using var stored = await _bot.Http.GetAsync(response.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
    }

    [Fact]
    public async Task The_same_again_is_the_same_and_another_is_a_revision()
    {
        using var first = await PostAsync(_today);
        using var same = await PostAsync(_today);
        using var revised = await PostAsync(_today.Replace("900万ドル", "950万ドル", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.OK, "same"), (same.StatusCode, await StatusAsync(same)));
        Assert.Equal((HttpStatusCode.OK, "revised"), (revised.StatusCode, await StatusAsync(revised)));
    }

    [Fact]
    public async Task Ten_at_once_are_one_briefing()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(_today)));

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.Created);
        Assert.Equal(9, responses.Count(response => response.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        using var response = await PostAsync(_today, "?dryRun=true");

        using var receipt = await JsonAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(receipt.RootElement.GetProperty("dryRun").GetBoolean());
        Assert.Equal("new", receipt.RootElement.GetProperty("status").GetString());
        using var again = await PostAsync(_today);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task Without_delivery_no_subscription_gets_it()
    {
        using var response = await PostAsync(_today, "?deliver=false");

        using var receipt = await JsonAsync(response);
        Assert.Equal(0, receipt.RootElement.GetProperty("deliveries").GetArrayLength());
    }

    [Fact]
    public async Task A_far_date_is_stored_and_held_with_the_way_to_confirm()
    {
        using var response = await PostAsync(Markdown.Of(new DateOnly(2099, 1, 6)));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var receipt = await JsonAsync(response);
        Assert.Equal("held", receipt.RootElement.GetProperty("status").GetString());
        Assert.Contains("confirm us-ai 2099-01-06", receipt.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, receipt.RootElement.GetProperty("deliveries").GetArrayLength());
    }

    [Fact]
    public async Task An_edition_is_a_briefing_of_its_own_at_an_address_of_its_own()
    {
        var day = Testing.Briefings.OtherBriefing.Of(new DateOnly(2025, 5, 5)).ToMarkdown();
        using var first = await PostAsync(Markdown.Of(new DateOnly(2025, 5, 5)));
        using var second = await PostAsync(day, "?edition=evening");
        using var dated = await PostAsync(day, "?edition=evening&date=2025-05-06");
        using var other = await PostAsync(day);

        Assert.Equal("/api/briefings/us-ai/2025-05-05", first.Headers.Location!.ToString());
        Assert.Equal("/api/briefings/us-ai/2025-05-05?edition=evening", second.Headers.Location!.ToString());
        Assert.Equal("/api/briefings/us-ai/2025-05-06?edition=evening", dated.Headers.Location!.ToString());
        // Without a name it is what is stored as the evening's.
        Assert.Equal((HttpStatusCode.OK, "same"), (other.StatusCode, await StatusAsync(other)));
        using var morning = await GetJsonAsync("/api/briefings/us-ai/2025-05-05");
        using var evening = await GetJsonAsync("/api/briefings/us-ai/2025-05-05?edition=evening");
        using var only = await GetJsonAsync("/api/briefings/us-ai/2025-05-06");
        Assert.Equal((3, ""), (morning.RootElement.GetProperty("funding").GetArrayLength(), EditionOf(morning)));
        Assert.Equal((1, "evening"), (evening.RootElement.GetProperty("funding").GetArrayLength(), EditionOf(evening)));
        Assert.Equal("evening", EditionOf(only));

        static string EditionOf(JsonDocument data) => data.RootElement.GetProperty("stored").GetProperty("edition").GetString()!;
    }

    [Fact]
    public async Task An_old_day_says_how_it_is_delivered_and_is_when_that_is_asked()
    {
        using var stored = await PostAsync(Markdown.Of(new DateOnly(2025, 4, 4)));
        using var receipt = await JsonAsync(stored);
        Assert.Contains("deliver=true", receipt.RootElement.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(0, receipt.RootElement.GetProperty("deliveries").GetArrayLength());

        using var asked = await PostAsync(Markdown.Of(new DateOnly(2025, 4, 4)), "?deliver=true");
        using var delivered = await JsonAsync(asked);
        Assert.Equal("web:local/briefings", delivered.RootElement.GetProperty("deliveries")[0].GetProperty("channel").GetString());
    }

    [Theory]
    [InlineData("?edition=Evening!")]
    [InlineData("?edition=2")]
    [InlineData("?date=6.1.2026")]
    [InlineData("?deliver=perhaps")]
    public async Task A_query_that_means_nothing_is_400(string query)
    {
        using var response = await PostAsync(_today, query);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "bad-query");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("5f2c9a7be1d04836b7aa9")]
    [InlineData("5f2c9a7be1d04836b7aa911")]
    [InlineData("5F2C9A7BE1D04836B7AA91")]
    public async Task Without_the_right_token_it_is_401_also_on_this_machine(string? token)
    {
        using var response = await PostAsync(_today, token: token);

        await AssertProblemAsync(response, HttpStatusCode.Unauthorized, "token-needed");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task The_token_is_looked_at_before_the_body()
    {
        using var response = await PostAsync(new string('x', 3 * 1024 * 1024), token: "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_series_is_404_and_a_wrong_query_400()
    {
        using var unknown = await PostAsync(_today, "?series=eu-ai");
        await AssertProblemAsync(unknown, HttpStatusCode.NotFound, "unknown-series");

        using var wrong = await PostAsync(_today, "?dryRun=maybe");
        await AssertProblemAsync(wrong, HttpStatusCode.BadRequest, "bad-query");
    }

    [Fact]
    public async Task F7_Above_the_limit_it_is_413_announced_or_not()
    {
        using var announced = await PostAsync(new string('x', (2 * 1024 * 1024) + 1));
        await AssertProblemAsync(announced, HttpStatusCode.RequestEntityTooLarge, "too-large");

        using var request = Request("", Token);
        request.Content = new StreamContent(new MemoryStream(new byte[(2 * 1024 * 1024) + 1]));
        request.Headers.TransferEncodingChunked = true;
        using var chunked = await _bot.Http.SendAsync(request, Cancellation);
        await AssertProblemAsync(chunked, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task At_the_limit_it_is_read()
    {
        var text = _today + new string('\n', (2 * 1024 * 1024) - Encoding.UTF8.GetByteCount(_today));

        using var response = await PostAsync(text, "?dryRun=true");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("# 題名だけ\n\n要旨。\n", "no-date")]
    public async Task What_cannot_be_used_is_422_with_the_reason(string text, string code)
    {
        using var response = await PostAsync(text);

        await AssertProblemAsync(response, HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_422()
    {
        using var request = Request("", Token);
        request.Content = new ByteArrayContent([0x23, 0x20, 0xff, 0xfe, 0xfd]);
        using var response = await _bot.Http.SendAsync(request, Cancellation);

        await AssertProblemAsync(response, HttpStatusCode.UnprocessableEntity, "not-utf8");
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/markdown; charset=shift_jis", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/markdown; charset=UTF-8", HttpStatusCode.OK)]
    [InlineData("text/plain", HttpStatusCode.OK)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.OK)]
    public async Task The_body_is_Markdown_in_UTF8(string type, HttpStatusCode status)
    {
        using var request = Request("?dryRun=true", Token);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(_today));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await _bot.Http.SendAsync(request, Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task D10_A_connection_that_breaks_in_the_middle_stores_nothing()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_bot.Http.BaseAddress!.Host, _bot.Http.BaseAddress.Port, Cancellation);
        await using var stream = socket.GetStream();
        var bytes = Encoding.UTF8.GetBytes(_today);
        var head =
            $"POST /api/briefings HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {Token}\r\nContent-Type: text/markdown\r\nContent-Length: {bytes.Length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), Cancellation);
        socket.Client.Shutdown(SocketShutdown.Send);
        // The server ends the connection when it has noticed.
        await stream.CopyToAsync(Stream.Null, Cancellation);

        using var whole = await PostAsync(_today);
        Assert.Equal(HttpStatusCode.Created, whole.StatusCode);
    }

    [Fact]
    public async Task Errors_speak_the_callers_language_and_both_when_it_names_none()
    {
        var details = new List<string>();
        foreach (var language in new[] { "ja", "en-GB, ja;q=0.5", "" })
        {
            using var request = Request("?series=eu-ai", Token);
            request.Content = new StringContent(_today);
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
            using var response = await _bot.Http.SendAsync(request, Cancellation);
            using var problem = await JsonAsync(response);
            details.Add(problem.RootElement.GetProperty("title").GetString()!);
        }

        Assert.Equal(["シリーズがありません", "No such series", "シリーズがありません / No such series"], details);
    }

    [Fact]
    public async Task The_stored_data_is_the_schemas_with_its_revision_and_a_tag()
    {
        using var posted = await PostAsync(_today);
        using var response = await _bot.Http.GetAsync(posted.Headers.Location, Cancellation);

        using var data = await JsonAsync(response);
        Assert.Equal(3, data.RootElement.GetProperty("funding").GetArrayLength());
        Assert.Equal(1, data.RootElement.GetProperty("stored").GetProperty("revision").GetInt32());
        using var conditional = new HttpRequestMessage(HttpMethod.Get, posted.Headers.Location);
        conditional.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await _bot.Http.SendAsync(conditional, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/api/briefings/us-ai/2020-01-01", HttpStatusCode.NotFound, "no-briefing")]
    [InlineData("/api/briefings/eu-ai/2020-01-01", HttpStatusCode.NotFound, "no-briefing")]
    [InlineData("/api/briefings/us-ai/yesterday", HttpStatusCode.BadRequest, "bad-date")]
    [InlineData("/api/funding?series=eu-ai", HttpStatusCode.NotFound, "unknown-series")]
    [InlineData("/api/funding?skip=-1", HttpStatusCode.BadRequest, "bad-query")]
    public async Task What_is_not_there_is_a_problem(string path, HttpStatusCode status, string code)
    {
        using var response = await _bot.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        await AssertProblemAsync(response, status, code);
    }

    [Fact]
    public async Task Rounds_are_found_by_company_in_any_spelling_and_newest_without_one()
    {
        using var posted = await PostAsync(_today);

        using var one = await GetJsonAsync("/api/funding?company=%EF%BC%B1uillstone");
        using var all = await GetJsonAsync("/api/funding");
        using var none = await GetJsonAsync("/api/funding?company=nobody");

        Assert.Equal(
            12_000_000_000m,
            Assert.Single(one.RootElement.GetProperty("rounds").EnumerateArray()).GetProperty("amountUsd").GetDecimal()
        );
        Assert.Equal(3, all.RootElement.GetProperty("rounds").GetArrayLength());
        Assert.Equal(0, none.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Live_and_ready_answer()
    {
        Assert.Equal(HttpStatusCode.OK, (await _bot.Http.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation)).StatusCode);
        Assert.StartsWith(
            "Healthy",
            await _bot.Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Cancellation),
            StringComparison.Ordinal
        );
    }

    private static HttpRequestMessage Request(string query, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/briefings" + query, UriKind.Relative));
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        return request;
    }

    private static async Task<JsonDocument> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));

    private static async Task<string?> StatusAsync(HttpResponseMessage response)
    {
        using var json = await JsonAsync(response);
        return json.RootElement.GetProperty("status").GetString();
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = await JsonAsync(response);
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        Assert.False(string.IsNullOrWhiteSpace(problem.RootElement.GetProperty("detail").GetString()));
        Assert.DoesNotContain(Token, problem.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(string text, string query = "", string? token = Token)
    {
        using var request = Request(query, token);
        request.Content = new StringContent(text, Encoding.UTF8, "text/markdown");
        return await _bot.Http.SendAsync(request, Cancellation);
    }

    private async Task<JsonDocument> GetJsonAsync(string path) =>
        JsonDocument.Parse(await _bot.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
}

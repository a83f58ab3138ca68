using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Archive;
using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Operations;
using Bot.Intake;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Operating;

[Collection(RunningBotCollection.Name)]
public sealed class DeliveriesApiTests : IAsyncLifetime
{
    private const string Token = "7d1b09c4f6e25a83c0be44";

    private readonly Bench _bench = new();
    private RunningBot _bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // An inbox keeps the sample away; everything is paused, so that what is planned stays planned.
        Directory.CreateDirectory(Path.Combine(_bench.Folder, "inbox"));
        _bench.Set("Admins:Tokens:ann", Token).Set("Admins:Tokens:bob", "0c83be447d1b09c4f6e25a").Set("Intake:Inbox", "inbox");
        _bot = await RunningBot.StartAsync(_bench);
        await _bot.Services.GetRequiredService<DeliveryOperations>().PauseAsync(PauseScopes.All, "test", null, Cancel);
        var receipt = await _bot
            .Services.GetRequiredService<IntakePipeline>()
            .TakeAsync(new IntakeRequest("a.md", Encoding.UTF8.GetBytes(Markdown.OfToday()), Origins.CommandLine), Cancel);
        Assert.Equal(ReceiptStatus.New, receipt.Status);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("GET", "/api/deliveries")]
    [InlineData("GET", "/api/deliveries/1")]
    [InlineData("GET", "/api/deliveries/export")]
    [InlineData("GET", "/api/deliveries/pauses")]
    [InlineData("POST", "/api/deliveries/1/cancel")]
    [InlineData("POST", "/api/deliveries/1/resend")]
    [InlineData("POST", "/api/deliveries/1/recall")]
    [InlineData("POST", "/api/deliveries/posts/x/skip")]
    [InlineData("POST", "/api/deliveries/posts/x/settle")]
    [InlineData("POST", "/api/deliveries/pause")]
    [InlineData("POST", "/api/deliveries/resume")]
    [InlineData("GET", "/api/deliveries/corrections")]
    [InlineData("POST", "/api/deliveries/corrections/confirm")]
    [InlineData("POST", "/api/deliveries/corrections/drop")]
    public async Task Nobody_gets_in_without_an_admins_token(string method, string path)
    {
        foreach (var token in new[] { null, "", "wrong", Token + "x" })
        {
            using var response = await SendAsync(method, path, body: "{}", token);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("token-needed", await CodeAsync(response));
            Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        }

        Assert.Equal(["test pause"], await AuditAsync());
    }

    [Fact]
    public async Task Deliveries_are_listed_shown_and_exported()
    {
        using var list = await JsonAsync("GET", "/api/deliveries?state=planned&limit=5");
        using var show = await JsonAsync("GET", "/api/deliveries/1");
        using var none = await JsonAsync("GET", "/api/deliveries?state=parked");
        using var export = await SendAsync("GET", "/api/deliveries/export");

        var delivery = Assert.Single(list.RootElement.GetProperty("deliveries").EnumerateArray());
        Assert.Equal("web:local/briefings", delivery.GetProperty("channel").GetString());
        Assert.True(delivery.GetProperty("posts").GetProperty("planned").GetInt32() > 1);
        Assert.Equal("root", show.RootElement.GetProperty("posts")[0].GetProperty("section").GetString());
        Assert.Equal(0, none.RootElement.GetProperty("deliveries").GetArrayLength());
        Assert.Equal("text/csv", export.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("delivery,series,", await export.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/deliveries?state=lost", "state")]
    [InlineData("/api/deliveries?date=today", "2026-01-06")]
    [InlineData("/api/deliveries?limit=0", "limit")]
    [InlineData("/api/deliveries?limit=9999", "limit")]
    public async Task A_wrong_query_is_explained(string path, string named)
    {
        using var response = await SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(named, await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_admins_who_cancel_at_once_one_does_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => JsonAsync("POST", "/api/deliveries/1/cancel")));

        Assert.Single(answers, answer => answer.RootElement.GetProperty("status").GetString() == "done");
        Assert.Equal(7, answers.Count(answer => answer.RootElement.GetProperty("status").GetString() == "already-done"));
        Assert.Equal(["test pause", "ann cancel"], await AuditAsync());
    }

    [Fact]
    public async Task A_cancelled_delivery_is_resent_by_another_admin()
    {
        using var cancelled = await JsonAsync("POST", "/api/deliveries/1/cancel");
        using var resent = await SendAsync("POST", "/api/deliveries/1/resend", body: null, token: "0c83be447d1b09c4f6e25a");

        Assert.Equal(HttpStatusCode.OK, resent.StatusCode);
        Assert.Equal(["test pause", "ann cancel", "bob resend"], await AuditAsync());
    }

    [Fact]
    public async Task A_parked_post_is_settled_once()
    {
        var key = await ParkRootAsync();

        using var wrong = await SendAsync("POST", $"/api/deliveries/posts/{key}/settle", """{"verdict":"sent"}""");
        using var skipped = await SendAsync("POST", $"/api/deliveries/posts/{key}/skip");
        using var settled = await JsonAsync("POST", $"/api/deliveries/posts/{key}/settle", """{"verdict":"not-sent"}""");
        using var again = await JsonAsync("POST", $"/api/deliveries/posts/{key}/settle", """{"verdict":"not-sent"}""");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, "not-possible"), (skipped.StatusCode, await CodeAsync(skipped)));
        Assert.Equal("done", settled.RootElement.GetProperty("status").GetString());
        Assert.Equal("already-done", again.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Corrections_that_wait_are_listed_and_confirmed_once_as_far_as_they_were_seen()
    {
        var key = await ParkRootAsync(Reasons.Unconfirmed);
        using var list = await JsonAsync("GET", "/api/deliveries/corrections");
        var waiting = Assert.Single(list.RootElement.GetProperty("corrections").EnumerateArray());
        var (date, last) = (waiting.GetProperty("date").GetString(), waiting.GetProperty("last").GetInt64());
        Assert.Equal("web:local/briefings", waiting.GetProperty("channel").GetString());
        Assert.Equal(1, waiting.GetProperty("posts").GetInt32());

        using var elsewhere = await DecideAsync("confirm", $$"""{"series":"us-ai","date":"{{date}}","channel":"slack:T1/C1"}""");
        using var overtaken = await DecideAsync("confirm", $$"""{"series":"us-ai","date":"{{date}}","upTo":{{last - 1}}}""");
        using var confirmed = await DecideAsync("confirm", $$"""{"series":"us-ai","date":"{{date}}","upTo":{{last}}}""");
        using var again = await DecideAsync("drop", $$"""{"series":"us-ai","date":"{{date}}"}""");

        Assert.Equal(
            ["already-done", "already-done", "done", "already-done"],
            new[] { elsewhere, overtaken, confirmed, again }.Select(answer => answer.RootElement.GetProperty("status").GetString())
        );
        Assert.Equal(["test pause", "ann confirm-corrections"], await AuditAsync());
        await using var context = await ContextAsync();
        Assert.Equal(PostState.Planned, (await context.Posts.SingleAsync(post => post.Key == key, Cancel)).State);
    }

    [Fact]
    public async Task Corrections_that_are_dropped_are_not_sent()
    {
        var key = await ParkRootAsync(Reasons.Unconfirmed);
        using var list = await JsonAsync("GET", "/api/deliveries/corrections");
        var date = list.RootElement.GetProperty("corrections")[0].GetProperty("date").GetString();

        using var dropped = await DecideAsync("drop", $$"""{"series":"us-ai","date":"{{date}}","channel":"web:local/briefings"}""");

        Assert.Equal("done", dropped.RootElement.GetProperty("status").GetString());
        await using var context = await ContextAsync();
        Assert.Equal(PostState.Cancelled, (await context.Posts.SingleAsync(post => post.Key == key, Cancel)).State);
    }

    [Fact]
    public async Task Pausing_and_resuming_work_on_a_named_scope()
    {
        using var paused = await JsonAsync(
            "POST",
            "/api/deliveries/pause",
            """{"scope":"channel:web:local/briefings","detail":"moving"}"""
        );
        using var pauses = await JsonAsync("GET", "/api/deliveries/pauses");
        using var resumed = await JsonAsync("POST", "/api/deliveries/resume", """{"scope":"channel:web:local/briefings"}""");
        using var wrong = await SendAsync("POST", "/api/deliveries/pause", """{"scope":"everything"}""");

        Assert.Equal(
            ["all", "channel:web:local/briefings"],
            pauses.RootElement.GetProperty("pauses").EnumerateArray().Select(pause => pause.GetProperty("scope").GetString())
        );
        Assert.Equal("done", resumed.RootElement.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Equal(["test pause", "ann pause", "ann resume"], await AuditAsync());
    }

    [Theory]
    [InlineData("/api/deliveries/pause", "not json", HttpStatusCode.BadRequest)]
    [InlineData("/api/deliveries/pause", "[1]", HttpStatusCode.BadRequest)]
    [InlineData("/api/deliveries/resume", """{"scope":7}""", HttpStatusCode.BadRequest)]
    [InlineData("/api/deliveries/posts/x/settle", "{}", HttpStatusCode.BadRequest)]
    [InlineData("/api/deliveries/corrections/confirm", "{}", HttpStatusCode.BadRequest)]
    [InlineData("/api/deliveries/corrections/drop", """{"series":"us-ai","date":"today"}""", HttpStatusCode.BadRequest)]
    [InlineData("/api/deliveries/corrections/drop", """{"series":"us-ai","date":"2026-01-06","channel":"C1"}""", HttpStatusCode.BadRequest)]
    [InlineData("/api/deliveries/corrections/drop", """{"series":"us-ai","date":"2026-01-06","upTo":"1"}""", HttpStatusCode.BadRequest)]
    [InlineData("/api/deliveries/corrections/confirm", """{"series":"us-ai","date":"2026-01-06"}""", HttpStatusCode.OK)]
    [InlineData("/api/deliveries/posts/x/settle", """{"verdict":"drop"}""", HttpStatusCode.NotFound)]
    [InlineData("/api/deliveries/99/recall", null, HttpStatusCode.NotFound)]
    [InlineData("/api/deliveries/1/explode", null, HttpStatusCode.NotFound)]
    public async Task What_cannot_be_done_is_no_server_error(string path, string? body, HttpStatusCode expected)
    {
        using var response = await SendAsync("POST", path, body);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(["test pause"], await AuditAsync());
    }

    private async Task<JsonDocument> JsonAsync(string method, string path, string? body = null)
    {
        using var response = await SendAsync(method, path, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? body = null, string? token = Token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null && method == "POST")
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await _bot.Http.SendAsync(request, Cancel);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        return json.RootElement.GetProperty("code").GetString();
    }

    private Task<JsonDocument> DecideAsync(string verdict, string body) =>
        JsonAsync("POST", $"/api/deliveries/corrections/{verdict}", body);

    private async Task<string> ParkRootAsync(string reason = Reasons.CannotTell)
    {
        await using var context = await ContextAsync();
        await context
            .Posts.Where(post => post.Section == PostKey.Root)
            .ExecuteUpdateAsync(
                set => set.SetProperty(post => post.State, PostState.Parked).SetProperty(post => post.Reason, reason),
                Cancel
            );
        return await context.Posts.Where(post => post.Section == PostKey.Root).Select(post => post.Key).SingleAsync(Cancel);
    }

    private async Task<List<string>> AuditAsync()
    {
        await using var context = await ContextAsync();
        return await context.Audit.OrderBy(entry => entry.Id).Select(entry => $"{entry.Actor} {entry.Action}").ToListAsync(Cancel);
    }

    private Task<ArchiveContext> ContextAsync() =>
        _bot.Services.GetRequiredService<IDbContextFactory<ArchiveContext>>().CreateDbContextAsync(Cancel);
}

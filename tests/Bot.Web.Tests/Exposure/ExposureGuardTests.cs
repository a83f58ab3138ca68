using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Bot.Web.Exposure;
using Bot.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;

namespace Bot.Web.Tests.Exposure;

public sealed class ExposureGuardTests
{
    private const string Token = "a-token-of-the-tests-0001";

    private const string ReadToken = "a-read-token-of-the-tests-02";

    private static readonly IPAddress Stranger = IPAddress.Parse("203.0.113.9");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/threads/1")]
    [InlineData("/api/briefings/us-ai/2026-01-06")]
    [InlineData("/health/ready")]
    [InlineData("/health/livestock")]
    [InlineData("/slackers")]
    [InlineData("/metrics")]
    public async Task Without_tokens_a_stranger_gets_nothing(string path)
    {
        await using var site = await StartAsync(new WebOptions());
        site.Caller = Stranger;
        using var browser = site.Browser();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, path));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/slack/commands")]
    [InlineData("/discord/interactions")]
    public async Task What_checks_signatures_and_the_liveness_probe_are_open(string path)
    {
        await using var site = await StartAsync(new WebOptions());
        site.Caller = Stranger;
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Host = "bot.example";

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, path));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:5080")]
    public async Task A_name_rebound_to_this_machine_is_refused(string host)
    {
        await using var site = await StartAsync(new WebOptions());
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Host = host;

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(browser, "/"));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5080")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:5080")]
    public async Task The_names_of_this_machine_are_free(string host)
    {
        await using var site = await StartAsync(new WebOptions());
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Host = host;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    public async Task What_an_unknown_proxy_forwards_is_not_from_this_machine(string header, string value)
    {
        await using var site = await StartAsync(new WebOptions());
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, "/"));
    }

    [Fact]
    public async Task A_stranger_cannot_forge_this_machines_address()
    {
        await using var site = await StartAsync(new WebOptions());
        site.Caller = Stranger;
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, "/"));
    }

    [Fact]
    public async Task Only_a_configured_proxy_is_believed()
    {
        var options = new WebOptions { ForwardedHeaders = new() { KnownProxies = ["10.0.0.0/8"] } };
        IPAddress? seen = null;
        await using var site = await WebSite.StartAsync(
            options,
            more: app =>
                app.MapGet(
                    "/slack/who",
                    (Microsoft.AspNetCore.Http.HttpContext context) =>
                    {
                        seen = context.Connection.RemoteIpAddress;
                        return "";
                    }
                )
        );
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");

        site.Caller = IPAddress.Parse("10.1.2.3");
        await StatusAsync(browser, "/slack/who");
        Assert.Equal(IPAddress.Parse("198.51.100.7"), seen);

        site.Caller = Stranger;
        await StatusAsync(browser, "/slack/who");
        Assert.Equal(Stranger, seen);
    }

    [Fact]
    public async Task With_tokens_a_bearer_of_one_gets_in_and_no_one_else()
    {
        await using var site = await StartAsync(Locked);
        site.Caller = Stranger;
        using var program = new HttpClient { BaseAddress = site.Address };

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/api/briefings/us-ai/2026-01-06"));
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token + "x");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/api/briefings/us-ai/2026-01-06"));
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/api/briefings/us-ai/2026-01-06"));
    }

    [Theory]
    [InlineData("GET", "/api/briefings/us-ai/2026-01-06", HttpStatusCode.OK)]
    [InlineData("POST", "/api/deliveries/pause", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/metrics", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/openapi/v1.json", HttpStatusCode.NotFound)]
    [InlineData("POST", "/mcp", HttpStatusCode.NotFound)]
    public async Task A_read_token_opens_what_programs_read_and_nothing_else(string method, string path, HttpStatusCode status)
    {
        await using var site = await StartAsync(
            new WebOptions
            {
                Auth = new() { Tokens = [Token], ReadTokens = [ReadToken] },
            }
        );
        site.Caller = Stranger;
        using var program = new HttpClient { BaseAddress = site.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ReadToken);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await program.SendAsync(request, Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task With_read_tokens_alone_this_machine_needs_one_to_read_and_none_for_the_pages()
    {
        await using var site = await StartAsync(new WebOptions { Auth = new() { ReadTokens = [ReadToken] } });
        using var program = new HttpClient { BaseAddress = site.Address };

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/api/briefings/us-ai/2026-01-06"));
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ReadToken);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "/api/briefings/us-ai/2026-01-06"));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_page_of_another_site_calls_no_tool_whatever_token_it_has(string origin)
    {
        await using var site = await StartAsync(Locked);
        using var program = new HttpClient { BaseAddress = site.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp");
        request.Headers.Add("Origin", origin);

        using var response = await program.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task With_tokens_this_machine_needs_one_too()
    {
        await using var site = await StartAsync(Locked);
        using var program = new HttpClient { BaseAddress = site.Address };

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/"));
    }

    [Fact]
    public async Task A_person_signs_in_once_goes_where_they_wanted_and_can_sign_out()
    {
        await using var site = await StartAsync(Locked);
        site.Database.Clock.Now = DateTimeOffset.UtcNow; // The browser expires cookies by the real clock.
        site.Caller = Stranger;
        var root = await site.PostSampleAsync();
        using var browser = site.Browser();

        using var asked = await browser.GetAsync(new Uri($"/threads/{root}?q=%2Fhelp", UriKind.Relative), Cancellation);
        var form = asked.Headers.Location!;
        using var wrong = await SubmitAsync(browser, form, new() { ["token"] = "not-a-token-of-the-tests" });
        using var right = await SubmitAsync(browser, form, new() { ["token"] = Token });
        var cookie = right.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("bot-session", StringComparison.Ordinal));

        Assert.StartsWith("/sign-in?back=", form.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Equal($"/threads/{root}?q=%2Fhelp", right.Headers.Location!.ToString());
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token, cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/"));

        using var left = await SubmitAsync(browser, new Uri("/", UriKind.Relative), [], "form[action='/sign-out']");
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/"));
    }

    [Fact]
    public async Task A_sign_in_without_its_form_token_is_refused()
    {
        await using var site = await StartAsync(Locked);
        using var browser = site.Browser();
        using var content = new FormUrlEncodedContent([new("token", Token)]);

        using var response = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("not base64 !")]
    public async Task A_forged_session_is_no_session(string value)
    {
        await using var site = await StartAsync(Locked);
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("Cookie", "bot-session=" + value);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/"));
    }

    [Fact]
    public async Task A_session_ends_after_thirty_days()
    {
        await using var site = await StartAsync(Locked);
        using var browser = site.Browser();
        using var right = await SubmitAsync(browser, new Uri("/sign-in", UriKind.Relative), new() { ["token"] = Token });
        var cookie = right.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var later = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Address };
        later.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(later, "/"));
        site.Database.Clock.Now += TimeSpan.FromDays(31);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(later, "/"));
    }

    [Fact]
    public async Task An_endpoint_with_a_credential_of_its_own_is_left_to_it()
    {
        await using var site = await WebSite.StartAsync(
            Locked,
            more: app => app.MapPost("/api/briefings", () => "checked").WithMetadata(new OwnCredentialAttribute())
        );
        site.Caller = Stranger;
        using var program = new HttpClient { BaseAddress = site.Address };

        using var response = await program.PostAsync(new Uri("/api/briefings", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Another_sites_form_changes_nothing_here()
    {
        await using var site = await WebSite.StartAsync(more: app => app.MapPost("/api/change", () => "done"));
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        using var response = await browser.PostAsync(new Uri("/api/change", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/sign-in")]
    [InlineData("/api/nothing")]
    [InlineData("/health/live")]
    public async Task F9_Every_response_has_the_security_headers(string path)
    {
        await using var site = await StartAsync(new WebOptions());
        using var browser = site.Browser();

        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single()
        );
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_program_gets_problem_details()
    {
        await using var site = await StartAsync(new WebOptions());
        using var program = new HttpClient { BaseAddress = site.Address };

        using var response = await program.GetAsync(new Uri("/api/nothing", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private static WebOptions Locked => new() { Auth = new() { Tokens = [Token] } };

    private static Task<WebSite> StartAsync(WebOptions options) =>
        WebSite.StartAsync(
            options,
            more: app =>
            {
                app.MapGet("/health/live", () => "live");
                app.MapGet("/health/ready", () => "ready");
                app.MapGet("/slack/commands", () => "signed");
                app.MapGet("/discord/interactions", () => "signed");
                app.MapGet("/metrics", () => "1");
                app.MapGet("/api/briefings/{series}/{date}", () => "{}");
            }
        );

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> SubmitAsync(
        HttpClient browser,
        Uri page,
        Dictionary<string, string> fields,
        string form = "main form"
    )
    {
        var html = new HtmlParser().ParseDocument(await browser.GetStringAsync(page, Cancellation)).QuerySelector(form)!;
        foreach (var hidden in html.QuerySelectorAll("input[type=hidden]"))
        {
            fields[hidden.GetAttribute("name")!] = hidden.GetAttribute("value")!;
        }

        using var content = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(html.GetAttribute("action")!, UriKind.Relative), content, Cancellation);
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bot.Intake.Feeds;
using Bot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Intake.Feeds;

public sealed class FeedClientTests : IAsyncLifetime
{
    private const int MaxBytes = 100_000;

    private readonly FakeTimeProvider _time = new();
    private FeedServer _server = null!;
    private FeedClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await FeedServer.StartAsync();
        _client = new FeedClient(MaxBytes, _time);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_document_comes_with_its_version_and_the_version_goes_back()
    {
        _server.Answers["/a.md"] = context =>
        {
            context.Response.ContentType = "text/markdown; charset=utf-8";
            context.Response.Headers.ETag = "\"v1\"";
            if (context.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("# 見出し");
        };

        var first = Assert.IsType<FeedAnswer.Document>(await GetAsync("/a.md"));
        var second = await _client.GetAsync(_server.At("/a.md"), allowPrivate: true, first.Version, Cancellation);

        Assert.Equal("# 見出し", Encoding.UTF8.GetString(first.Bytes));
        Assert.IsType<FeedAnswer.Unchanged>(second);
    }

    [Fact]
    public async Task A_date_of_change_is_asked_with_where_there_is_no_tag()
    {
        var changed = new DateTimeOffset(2026, 1, 6, 7, 30, 0, TimeSpan.Zero);
        _server.Answers["/a.md"] = context =>
        {
            context.Response.GetTypedHeaders().LastModified = changed;
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync("x");
        };

        var first = Assert.IsType<FeedAnswer.Document>(await GetAsync("/a.md"));
        await _client.GetAsync(_server.At("/a.md"), allowPrivate: true, first.Version, Cancellation);

        Assert.Equal("Tue, 06 Jan 2026 07:30:00 GMT", _server.Requests.Last().IfModifiedSince);
    }

    [Fact]
    public async Task An_address_on_this_machine_is_refused_before_anything_is_asked()
    {
        var answer = await _client.GetAsync(_server.At("/a.md"), allowPrivate: false, FeedVersion.None, Cancellation);

        Assert.Equal(FeedTrouble.PrivateAddress, Assert.IsType<FeedAnswer.Failed>(answer).Trouble);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_refused_too()
    {
        var byName = new UriBuilder(_server.At("/a.md")) { Host = "localhost" }.Uri;

        var answer = await _client.GetAsync(byName, allowPrivate: false, FeedVersion.None, Cancellation);

        Assert.Equal(FeedTrouble.PrivateAddress, Assert.IsType<FeedAnswer.Failed>(answer).Trouble);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Redirects_are_followed_three_times_and_no_more()
    {
        foreach (var i in Enumerable.Range(0, 5))
        {
            _server.Answers[$"/{i}"] = Redirect($"/{i + 1}");
        }

        _server.Answers["/5"] = Text("x");

        Assert.IsType<FeedAnswer.Document>(await GetAsync("/2"));
        Assert.Equal(FeedTrouble.TooManyRedirects, Assert.IsType<FeedAnswer.Failed>(await GetAsync("/1")).Trouble);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/a.md")]
    [InlineData("gopher://127.0.0.1/")]
    public async Task A_redirect_to_something_else_than_http_is_refused(string target)
    {
        _server.Answers["/a.md"] = Redirect(target);

        Assert.Equal(FeedTrouble.BadRedirect, Assert.IsType<FeedAnswer.Failed>(await GetAsync("/a.md")).Trouble);
    }

    [Fact]
    public async Task F7_A_document_that_is_too_large_is_given_up_announced_or_not()
    {
        _server.Answers["/announced"] = context =>
        {
            context.Response.ContentType = "text/plain";
            context.Response.ContentLength = MaxBytes + 1;
            return context.Response.StartAsync();
        };
        _server.Answers["/endless"] = async context =>
        {
            context.Response.ContentType = "text/plain";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string('x', 10_000), context.RequestAborted);
            }
        };

        Assert.Equal(FeedTrouble.TooLarge, Assert.IsType<FeedAnswer.Failed>(await GetAsync("/announced")).Trouble);
        Assert.Equal(FeedTrouble.TooLarge, Assert.IsType<FeedAnswer.Failed>(await GetAsync("/endless")).Trouble);
    }

    [Fact]
    public async Task F7_What_unpacks_to_too_much_is_too_large()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[MaxBytes * 20], Cancellation);
        }

        _server.Answers["/bomb"] = async context =>
        {
            context.Response.ContentType = "text/plain";
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed.ToArray());
        };

        Assert.True(packed.Length < MaxBytes);
        Assert.Equal(FeedTrouble.TooLarge, Assert.IsType<FeedAnswer.Failed>(await GetAsync("/bomb")).Trouble);
    }

    [Fact]
    public async Task A_server_that_does_not_finish_is_given_up_after_fifteen_seconds()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Answers["/slow"] = async context =>
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("x");
            await context.Response.Body.FlushAsync();
            asked.SetResult();
            var gone = new TaskCompletionSource();
            context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        };

        var answer = GetAsync("/slow");
        await asked.Task.WaitAsync(Bench.Patience, Cancellation);
        _time.Advance(FeedClient.Limit - TimeSpan.FromSeconds(1));
        Assert.False(answer.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(FeedTrouble.TimedOut, Assert.IsType<FeedAnswer.Failed>(await answer).Trouble);
    }

    [Theory]
    [InlineData("application/json", "received JSON")]
    [InlineData("text/html; charset=utf-8", "received a web page")]
    [InlineData("application/rss+xml", "received XML")]
    [InlineData("text/xml; charset=utf-8", "received XML")]
    [InlineData("image/png", "served as image/png")]
    public async Task H19_A_type_that_no_document_has_is_refused_in_words(string type, string said)
    {
        _server.Answers["/a"] = context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync("# 2026-01-06");
        };

        var failed = Assert.IsType<FeedAnswer.Failed>(await GetAsync("/a"));

        Assert.Equal(FeedTrouble.NotMarkdown, failed.Trouble);
        Assert.Contains(said, failed.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/markdown; charset=utf-8")]
    [InlineData("text/x-markdown")]
    [InlineData("application/markdown")]
    [InlineData("application/octet-stream")]
    public async Task H19_A_document_comes_under_any_type_that_servers_give_it(string? type)
    {
        _server.Answers["/a"] = context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync("# 2026-01-06");
        };

        Assert.IsType<FeedAnswer.Document>(await GetAsync("/a"));
    }

    [Theory]
    [InlineData(
        "<!DOCTYPE html><html><head><title>One moment</title></head><body><h1>2026-11-30</h1></body></html>",
        "received a web page"
    )]
    [InlineData("\uFEFF\n <!-- cached --> <HTML lang=en><body># 2026-11-30</body></HTML>", "received a web page")]
    [InlineData("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>2026-11-30</title></channel></rss>", "received XML")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>2026-11-30</title></feed>", "received XML")]
    [InlineData(" {\"error\":\"sign in first\",\"date\":\"2026-11-30\"}", "received JSON")]
    [InlineData("[]", "received JSON")]
    public async Task H19_What_stands_in_place_of_a_document_is_known_by_how_it_begins(string content, string said)
    {
        _server.Answers["/a"] = Text(content);

        var failed = Assert.IsType<FeedAnswer.Failed>(await GetAsync("/a"));

        Assert.Equal(FeedTrouble.NotMarkdown, failed.Trouble);
        Assert.Contains(said, failed.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!-- draft -->\n# 2026-01-06")]
    [InlineData("<div align=\"center\">\n\n# 2026-01-06\n\n</div>")]
    [InlineData("[Source](https://example.com) # 2026-01-06")]
    [InlineData("{.note}\n# 2026-01-06")]
    [InlineData("<https://example.com>")]
    public async Task H19_Markdown_may_begin_with_any_character(string content)
    {
        _server.Answers["/a"] = Text(content);

        Assert.IsType<FeedAnswer.Document>(await GetAsync("/a"));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Another_status_is_named(int status)
    {
        _server.Answers["/a"] = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        var failed = Assert.IsType<FeedAnswer.Failed>(await GetAsync("/a"));

        Assert.Equal(FeedTrouble.BadStatus, failed.Trouble);
        Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), failed.Detail);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        var address = _server.At("/a.md");
        await _server.DisposeAsync();

        var answer = await _client.GetAsync(address, allowPrivate: true, FeedVersion.None, Cancellation);

        Assert.Equal(FeedTrouble.Unreachable, Assert.IsType<FeedAnswer.Failed>(answer).Trouble);
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_told_as_such()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-90), now.AddDays(-1));
        using var expired = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using var server = await FeedServer.StartAsync(expired);

        var failed = Assert.IsType<FeedAnswer.Failed>(
            await _client.GetAsync(server.At("/a.md"), allowPrivate: true, FeedVersion.None, Cancellation)
        );

        Assert.Equal(FeedTrouble.BadCertificate, failed.Trouble);
        Assert.Contains("NotTimeValid", failed.Detail, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static RequestDelegate Text(string text) =>
        context =>
        {
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync(text);
        };

    private static RequestDelegate Redirect(string target) =>
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        };

    private Task<FeedAnswer> GetAsync(string path) =>
        _client.GetAsync(_server.At(path), allowPrivate: true, FeedVersion.None, Cancellation);
}

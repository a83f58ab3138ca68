using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Exposure;

/// <summary>Whatever arrives at the door, signed by nobody or by an admin: the bot answers what the caller did, never 5xx.</summary>
[Collection(RunningBotCollection.Name)]
public sealed class RequestFuzzTests : IAsyncLifetime
{
    private const string Admin = "7d1b09c4f6e25a83c0be44";
    private const string Publisher = "0c83be447d1b09c4f6e25a";

    /// <summary>Requests in all.</summary>
    private const int Requests = 20_000;

    private const int AtOnce = 4;

    private static readonly string[] Paths =
    [
        "/",
        "/threads/1",
        "/threads/9223372036854775807",
        "/threads/x",
        "/language",
        "/sign-in",
        "/sign-out",
        "/assets/x.css",
        "/metrics",
        "/health/live",
        "/health/ready",
        "/api/briefings",
        "/api/briefings/us-ai/2026-01-06",
        "/api/funding",
        "/api/deliveries",
        "/api/deliveries/1",
        "/api/deliveries/1/cancel",
        "/api/deliveries/1/resend",
        "/api/deliveries/posts/x/settle",
        "/api/deliveries/posts/%00/skip",
        "/api/deliveries/pause",
        "/api/deliveries/resume",
        "/slack/commands",
        "/slack/interactions",
        "/slack/events",
        "/slack/install",
        "/slack/oauth",
        "/discord/interactions",
    ];

    private static readonly string[] Methods =
    [
        "GET",
        "GET",
        "GET",
        "POST",
        "POST",
        "POST",
        "HEAD",
        "PUT",
        "DELETE",
        "OPTIONS",
        "PATCH",
        "TRACE",
        "BREW",
    ];

    private static readonly string[] Keys =
    [
        "q",
        "series",
        "date",
        "company",
        "skip",
        "limit",
        "state",
        "channel",
        "before",
        "back",
        "to",
        "dryRun",
        "deliver",
        "code",
        "token",
        "%00",
        "",
        "a[]",
    ];

    private static readonly string[] Values =
    [
        "",
        "/funding xai",
        "/\u5E74",
        "%2F%E5%B9%B4",
        "/%00",
        "%ED%A0%80",
        "%FF%FE",
        "%",
        "%zz",
        "//evil.example",
        "/\\evil.example",
        "/a%0d%0aSet-Cookie:x=1",
        "-1",
        "9999999999999999999",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "us-ai",
        "ja",
        "en",
        "true",
        "NaN",
        "'\"<script>",
        "\uD83D\uDE00",
        "*",
    ];

    private static readonly string[] Types =
    [
        "application/json",
        "text/markdown",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/plain; charset=utf-16",
        "text/plain; charset=none",
        ";;;",
        "application/json; charset=\"",
        "",
        "a/b; c=\u00E9",
    ];

    private static readonly string[] Bodies =
    [
        "",
        "{}",
        "{\"scope\":\"\\ud800\"}",
        "{\"scope\":\"all\\u0000\"}",
        "{\"\\ud800\":1,\"scope\":2}",
        "{\"verdict\":\"sent\",\"messageId\":\"\\udc00\"}",
        "[[[[[[",
        "{\"a\":",
        "\"\\ud800\"",
        "null",
        "token=%ED%A0%80&back=/%FF",
        "token=a&token=b",
        "payload=%7B",
        "# x\n",
        "# 2026-01-06\u0000\n",
        "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nx\r\n--x--\r\n",
        "{\"type\":1}",
        "{\"type\":\"url_verification\",\"challenge\":\"\\ud800\"}",
        "\uFFFF\uFFFE",
    ];

    private static readonly string[] Extra =
    [
        "Authorization: Bearer " + Admin,
        "Authorization: Bearer " + Publisher,
        "Authorization: Bearer " + Admin,
        "Authorization: Basic !",
        "Authorization: Bearer \u00FF",
        "Accept: text/html",
        "Accept: text/html",
        "Accept-Language: ja;q=x, *;q=9",
        "Accept-Language: ,,;",
        "Cookie: lang=\u00FF; bot-session=AAAA; bot-form=%%%",
        "Cookie: bot-session=" + "AAAAAAAAAAAAAAAA",
        "X-Slack-Signature: v0=zz",
        "X-Slack-Request-Timestamp: 99999999999999999999",
        "X-Signature-Ed25519: zz",
        "X-Signature-Timestamp: x",
        "Origin: null",
        "Origin: http://[",
        "Content-Encoding: gzip",
        "Range: bytes=0-",
        "If-None-Match: \"",
        "Referer: \u00E9",
        "X-Forwarded-For: 1.2.3.4",
        "Content-Type: text/html",
    ];

    private readonly Bench _bench = new();
    private RunningBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bench.Set("Admins:Tokens:ann", Admin).Set("Intake:ApiTokens:publisher", Publisher);
        _bench
            .Set("Slack:BotToken", "xoxb-of-a-test")
            .Set("Slack:SigningSecret", "0123456789abcdef0123456789abcdef")
            .Set("Slack:ApiBaseUrl", "http://127.0.0.1:1/api/");
        _bench
            .Set("Discord:Mode", "Http")
            .Set("Discord:Token", "discord-token-of-a-test")
            .Set("Discord:ApplicationId", "100000000000000009")
            .Set("Discord:PublicKey", new string('a', 64))
            .Set("Discord:ApiBaseUrl", "http://127.0.0.1:1/");
        _bot = await RunningBot.StartAsync(_bench);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task H27_Twenty_thousand_strange_requests_get_no_5xx()
    {
        var failures = new List<string>();
        var answered = 0;
        await Parallel.ForAsync(
            0,
            AtOnce,
            TestContext.Current.CancellationToken,
            async (lane, cancellation) =>
            {
                var random = new Random(20_260_106 + lane);
                for (var i = 0; i < Requests / AtOnce; i++)
                {
                    var request = Make(random);
                    var status = await StatusAsync(request, cancellation);
                    Interlocked.Increment(ref answered);
                    if (status >= 500)
                    {
                        lock (failures)
                        {
                            failures.Add($"{status} for:\n{Encoding.Latin1.GetString(request)}");
                        }
                    }
                }
            }
        );

        Assert.Equal(Requests, answered);
        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("POST /slack/commands HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", 400)]
    [InlineData(
        "POST /slack/commands HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc\r\n0\r\n\r\n",
        400
    )]
    [InlineData("POST /slack/events HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n", 400)]
    [InlineData("POST /discord/interactions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 401)]
    [InlineData(
        "POST /api/briefings HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + Publisher
            + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        400
    )]
    [InlineData(
        "POST /api/deliveries/pause HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + Admin
            + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        400
    )]
    [InlineData("GET /language?to=ja&back=%2F%E5%B9%B4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 302)]
    [InlineData(
        "POST /api/deliveries/pause HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + Admin
            + "\r\nContent-Length: 18\r\n\r\n{\"scope\":\"\\ud800\"}",
        400
    )]
    [InlineData(
        "POST /api/deliveries/posts/x/settle HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + Admin
            + "\r\nContent-Length: 20\r\n\r\n{\"verdict\":\"\\udc00\"}",
        400
    )]
    public async Task H27_What_the_caller_did_wrong_is_his(string request, int status) =>
        Assert.Equal(status, await StatusAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken));

    private static byte[] Make(Random random)
    {
        var text = new StringBuilder();
        var path = Pick(random, Paths);
        for (var i = random.Next(4); i > 0; i--)
        {
            path +=
                (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Pick(random, Keys) + "=" + Raw(random, Pick(random, Values));
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"{Pick(random, Methods)} {path} HTTP/1.1\r\nHost: {(random.Next(20) == 0 ? "evil.example" : "localhost")}\r\n"
        );
        for (var i = random.Next(4); i > 0; i--)
        {
            text.Append(Pick(random, Extra)).Append("\r\n");
        }

        var body = Encoding.UTF8.GetBytes(Pick(random, Bodies));
        if (random.Next(3) == 0)
        {
            // Bytes that no text has.
            body = [.. body, .. Enumerable.Range(0, random.Next(1, 20)).Select(_ => (byte)random.Next(256))];
        }

        text.Append(CultureInfo.InvariantCulture, $"Content-Type: {Pick(random, Types)}\r\nConnection: close\r\n");
        var chunked = random.Next(4) == 0;
        text.Append(
            chunked
                ? "Transfer-Encoding: chunked\r\n\r\n"
                : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")
        );
        var head = Encoding.Latin1.GetBytes(text.ToString());
        if (!chunked)
        {
            return [.. head, .. body];
        }

        var size = random.Next(4) switch
        {
            0 => "zz",
            1 => "ffffffffffffffff",
            _ => body.Length.ToString("x", CultureInfo.InvariantCulture),
        };
        return [.. head, .. Encoding.ASCII.GetBytes(size + "\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];
    }

    /// <summary>Half of them as bytes that a browser would have encoded.</summary>
    private static string Raw(Random random, string value) =>
        random.Next(2) == 0 ? Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value)).Replace(' ', '+') : Uri.EscapeDataString(value);

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    /// <summary>The status of the answer; 0 when the connection was closed without one, which is an answer to what is no HTTP.</summary>
    private async Task<int> StatusAsync(byte[] request, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(true, 0) };
        await socket.ConnectAsync(_bot.Http.BaseAddress!.Host, _bot.Http.BaseAddress.Port, cancellationToken);
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        try
        {
            await stream.WriteAsync(request, cancellationToken);
            // "HTTP/1.1 200": the status ends at the twelfth byte.
            var start = new byte[12];
            var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
            return read == start.Length ? int.Parse(Encoding.ASCII.GetString(start, 9, 3), CultureInfo.InvariantCulture) : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

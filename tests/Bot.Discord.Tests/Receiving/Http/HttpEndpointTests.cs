using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Discord.Setup;
using Bot.Emulators.Discord.Interactions;
using CsCheck;
using Bench = Bot.Discord.Tests.Receiving.ReceivingBench;

namespace Bot.Discord.Tests.Receiving.Http;

/// <summary>What the endpoint accepts: signed, in time, complete, once.</summary>
public class HttpEndpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_endpoint_is_one_that_Discord_would_keep()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        Assert.True(await bench.Discord.People.CheckEndpointAsync(Cancellation));
    }

    [Theory]
    [InlineData(BadSignature.OtherKey)]
    [InlineData(BadSignature.Missing)]
    [InlineData(BadSignature.NoTimestamp)]
    [InlineData(BadSignature.NotHex)]
    [InlineData(BadSignature.TooShort)]
    [InlineData(BadSignature.TamperedBody)]
    [InlineData(BadSignature.TamperedTimestamp)]
    public async Task E1_What_is_not_signed_is_refused_and_nothing_happens(BadSignature bad)
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        var answer = await bench.Discord.People.PostAsync(Bytes(Samples.Command("watch")), bad, cancellationToken: Cancellation);

        Assert.Equal((401, ""), (answer.Status, answer.Body));
        Assert.Empty(bench.Handled);
        Assert.DoesNotContain("hanako", bench.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(-600)]
    public async Task E2_An_old_or_future_request_is_refused(int secondsAgo)
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        var answer = await bench.Discord.People.PostAsync(
            Bytes(Samples.Command("watch")),
            age: TimeSpan.FromSeconds(secondsAgo),
            cancellationToken: Cancellation
        );

        Assert.Equal(401, answer.Status);
        Assert.Empty(bench.Handled);
    }

    [Theory]
    [InlineData(BadSignature.None, 360, @"time off by 3[56]\d s", "behind this machine's clock")]
    [InlineData(BadSignature.None, -360, @"time off by 3[56]\d s", "ahead of this machine's clock")]
    [InlineData(BadSignature.OtherKey, 0, "signature does not match", "Discord:PublicKey")]
    public async Task H14_Why_requests_are_refused_is_told_once(BadSignature bad, int secondsAgo, string why, string what)
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(
                401,
                (
                    await bench.Discord.People.PostAsync(
                        Bytes(Samples.Command("watch")),
                        bad,
                        TimeSpan.FromSeconds(secondsAgo),
                        Cancellation
                    )
                ).Status
            );
        }

        var line = Assert.Single(
            bench.Log.Split('\n'),
            line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("was refused", StringComparison.Ordinal)
        );
        // A request on a busy machine arrives some seconds after it was signed.
        Assert.Matches(why, line);
        Assert.Contains(what, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E2_E5_A_repeated_changing_interaction_acts_once()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var body = Bytes(Samples.Command("watch"));

        var first = await bench.Discord.People.PostAsync(body, cancellationToken: Cancellation);
        var second = await bench.Discord.People.PostAsync(body, cancellationToken: Cancellation);

        Assert.Equal((200, 202), (first.Status, second.Status));
        Assert.Single(bench.Handled);
    }

    [Fact]
    public async Task E3_Two_signatures_are_as_bad_as_none()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        using var http = new HttpClient();
        using var request = Signed(bench, Bytes(Samples.Command("funding")), signatures: 2);

        using var response = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task E3_A_chunked_body_is_verified_as_it_came()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        Assert.Equal(HttpStatusCode.OK, await PostChunkedAsync(bench, Bytes(Samples.Command("funding"))));
    }

    [Fact]
    public async Task E4_A_body_that_is_too_large_is_refused_with_or_without_its_length()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var large = Bytes(Samples.Command("funding", ("company", new string('x', 200 * 1024))));

        Assert.Equal(413, (await bench.Discord.People.PostAsync(large, cancellationToken: Cancellation)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostChunkedAsync(bench, large));
        Assert.Empty(bench.Handled);
    }

    [Fact]
    public async Task E4_A_body_that_does_not_come_is_not_waited_for()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        using var client = new TcpClient();
        await client.ConnectAsync(bench.Address.Host, bench.Address.Port, Cancellation);
        await using var stream = client.GetStream();
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await stream.WriteAsync(
            Bytes(
                $"POST /discord/interactions HTTP/1.1\r\nHost: x\r\nX-Signature-Ed25519: {new string('0', 128)}\r\nX-Signature-Timestamp: {timestamp}\r\nContent-Length: 100\r\n\r\n{{"
            ),
            Cancellation
        );

        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(Bench.Deadline, Cancellation);

        Assert.Contains(" 408", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task E4_A_depth_bomb_is_a_bad_request()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);

        var answer = await bench.Discord.People.PostAsync(
            Bytes("""{"type":2,"id":"1","x":""" + new string('[', 30_000) + "}"),
            cancellationToken: Cancellation
        );

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task Fuzz_random_interactions_never_end_in_a_server_error_and_leak_nothing()
    {
        await using var bench = await Bench.StartAsync(DiscordMode.Http);
        var samples = new[]
        {
            Samples.Command("funding", ("company", "xAI")),
            Samples.Autocomplete("funding", "company", "x"),
            Samples.Button("1a|funding|us-ai|20260106|xai"),
            Samples.Modal(),
        };
        var bodies = Gen.Select(
            Gen.OneOf(samples),
            Gen.Select(Gen.Int[0, 1200], Gen.Char).Array[0, 6],
            (sample, changes) =>
            {
                var text = new StringBuilder(sample);
                foreach (var (at, letter) in changes)
                {
                    text[at % text.Length] = letter;
                }

                return Encoding.UTF8.GetBytes(text.ToString());
            }
        );
        var sent = new List<byte[]>();
        bodies.Sample(sent.Add, iter: 200, threads: 1);
        foreach (var body in sent)
        {
            var answer = await bench.Discord.People.PostAsync(body, cancellationToken: Cancellation);
            Assert.True(answer.Status is > 0 and < 500, $"{answer.Status} for {Encoding.UTF8.GetString(body)}");
        }

        Assert.DoesNotContain(Bench.Token, bench.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("tok-cmd", bench.Log, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<HttpStatusCode> PostChunkedAsync(Bench bench, byte[] body)
    {
        using var http = new HttpClient();
        using var request = Signed(bench, body);
        request.Headers.TransferEncodingChunked = true;
        using var response = await http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    /// <param name="signatures">How often the valid one occurs in the headers.</param>
    private static HttpRequestMessage Signed(Bench bench, byte[] body, int signatures = 1)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, bench.Address) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(
            "X-Signature-Ed25519",
            Enumerable.Repeat(bench.Discord.Signer.Sign(timestamp, body), signatures)
        );
        request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        return request;
    }
}

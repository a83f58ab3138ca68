using System.IO.Pipelines;
using System.Text;
using Bot.Slack.Receiving.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.Receiving.Http;

public sealed class RequestBodyTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Pipe _pipe = new();
    private readonly DefaultHttpContext _context = new();

    public RequestBodyTests() => _context.Features.Set<IRequestBodyPipeFeature>(new Body(_pipe.Reader));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_in_pieces_is_put_together_behind_the_free_bytes()
    {
        var reading = RequestBody.ReadAsync(_context.Request, 100, _clock);
        await _pipe.Writer.WriteAsync("hel"u8.ToArray(), Cancellation);
        await _pipe.Writer.WriteAsync("lo"u8.ToArray(), Cancellation);
        await _pipe.Writer.CompleteAsync();
        using var body = await reading;
        Assert.Equal(200, body.Status);
        Assert.Equal("hello", Encoding.UTF8.GetString(body.Bytes));
        Assert.Equal(SlackSignature.Head + 5, body.Signed.Length);
    }

    [Fact]
    public async Task E4_What_is_announced_as_too_large_is_not_read()
    {
        _context.Request.ContentLength = 101;
        using var body = await RequestBody.ReadAsync(_context.Request, 100, _clock);
        Assert.Equal(413, body.Status);
    }

    [Fact]
    public async Task E4_What_turns_out_too_large_is_cut_off()
    {
        var reading = RequestBody.ReadAsync(_context.Request, 100, _clock);
        await _pipe.Writer.WriteAsync(new byte[101], Cancellation);
        using var body = await reading;
        Assert.Equal(413, body.Status);
    }

    [Fact]
    public async Task E4_A_body_that_comes_too_slowly_is_given_up()
    {
        var reading = RequestBody.ReadAsync(_context.Request, 100, _clock);
        await _pipe.Writer.WriteAsync("a"u8.ToArray(), Cancellation);
        _clock.Advance(RequestBody.Patience);
        using var body = await reading;
        Assert.Equal(408, body.Status);
    }

    [Fact]
    public async Task E3_A_body_in_another_encoding_is_refused()
    {
        _context.Request.Headers.ContentEncoding = "gzip";
        using var body = await RequestBody.ReadAsync(_context.Request, 100, _clock);
        Assert.Equal(415, body.Status);
    }

    private sealed record Body(PipeReader Reader) : IRequestBodyPipeFeature;
}

using System.Text.Json;
using Bot.Tests.Infrastructure;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class RenderDiscordTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Discords_calls_stand_in_order_the_thread_after_its_root()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var outcome = await _bench.RunAsync("render", "a.md", "--platform", "discord");

        Assert.Equal(ExitCode.Done, outcome.Code);
        var calls = outcome
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        Assert.All(calls, call => Assert.Equal("POST", call.GetProperty("method").GetString()));
        Assert.Equal(
            ["/channels/100000000000000001/messages", "/channels/100000000000000001/messages/100000000000000002/threads"],
            calls.Take(2).Select(call => call.GetProperty("path").GetString())
        );
        Assert.StartsWith("1/6(火) ", calls[1].GetProperty("body").GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.All(calls.Skip(2), call => Assert.Equal("/channels/100000000000000002/messages", call.GetProperty("path").GetString()));
        Assert.All(
            calls.Where((_, at) => at != 1),
            call =>
            {
                Assert.Equal("""{"parse":[]}""", call.GetProperty("body").GetProperty("allowed_mentions").GetRawText());
                Assert.True(call.GetProperty("body").GetProperty("enforce_nonce").GetBoolean());
                Assert.InRange(call.GetProperty("body").GetProperty("nonce").GetString()!.Length, 1, 25);
                Assert.False(call.GetProperty("body").TryGetProperty("thread_name", out _));
            }
        );
        Assert.Equal(outcome.Output, (await _bench.RunAsync("render", "a.md", "--platform", "discord")).Output);
    }

    [Fact]
    public async Task An_answer_is_printed_as_Discord_would_get_it()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        await _bench.RunAsync("ingest", "a.md");

        var outcome = await _bench.RunAsync("ask", "/help", "--platform", "discord", "--locale", "en");

        Assert.Equal(ExitCode.Done, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Output.Split('\n')[0]);
        Assert.Equal(32768 + 64, json.RootElement.GetProperty("flags").GetInt32());
        Assert.Equal(17, json.RootElement.GetProperty("components")[0].GetProperty("type").GetInt32());
    }
}

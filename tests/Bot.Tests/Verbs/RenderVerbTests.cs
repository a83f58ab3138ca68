using System.Text.Json;
using Bot.Tests.Infrastructure;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class RenderVerbTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Slack_gets_a_root_and_replies_in_its_thread_one_JSON_object_a_line()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var outcome = await _bench.RunAsync("render", "a.md", "--platform", "slack");

        Assert.Equal(ExitCode.Done, outcome.Code);
        var calls = outcome
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        Assert.True(calls.Count > 1);
        Assert.All(calls, call => Assert.Equal("chat.postMessage", call.GetProperty("method").GetString()));
        Assert.All(calls, call => Assert.Equal("C0000000001", call.GetProperty("args").GetProperty("channel").GetString()));
        Assert.False(calls[0].GetProperty("args").TryGetProperty("thread_ts", out _));
        Assert.All(calls.Skip(1), call => Assert.Equal("1700000000.000001", call.GetProperty("args").GetProperty("thread_ts").GetString()));
        Assert.Equal(
            calls.Count,
            calls
                .Select(call =>
                    call.GetProperty("args").GetProperty("metadata").GetProperty("event_payload").GetProperty("key").GetString()
                )
                .Distinct()
                .Count()
        );
    }

    [Fact]
    public async Task The_same_file_gives_the_same_bytes_and_leaves_nothing_behind()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var first = await _bench.RunAsync("render", "a.md", "--platform", "slack");
        var second = await _bench.RunAsync("render", "a.md", "--platform", "slack");

        Assert.Equal(first.Output, second.Output);
        Assert.False(Directory.Exists(Path.Combine(_bench.Folder, "data")));
    }

    [Fact]
    public async Task The_locale_is_the_frames()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var japanese = await _bench.RunAsync("render", "a.md", "--platform", "slack", "--locale", "ja");
        var english = await _bench.RunAsync("render", "a.md", "--platform", "slack", "--locale", "en");

        Assert.Contains("資金調達", japanese.Output, StringComparison.Ordinal);
        Assert.Contains("Funding", english.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("展望")]
    [InlineData("Outlook")]
    [InlineData("outlook")]
    public async Task A_section_is_named_in_either_language_and_only_it_is_printed(string name)
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));

        var one = await _bench.RunAsync("render", "a.md", "--platform", "slack", "--section", name);
        var both = await _bench.RunAsync("render", "a.md", "--platform", "slack", "--section", name, "--section", "資金調達");
        var unknown = await _bench.RunAsync("render", "a.md", "--platform", "slack", "--section", "天気");

        Assert.Equal(2, one.Output.TrimEnd().Split('\n').Length);
        Assert.Contains("展望", one.Output.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(3, both.Output.TrimEnd().Split('\n').Length);
        Assert.Equal(ExitCode.WrongUsage, unknown.Code);
        Assert.Contains("technology-news", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_fails_and_an_unknown_platform_is_wrong_usage()
    {
        Assert.Equal(ExitCode.Failed, (await _bench.RunAsync("render", "none.md", "--platform", "slack")).Code);
        Assert.Equal(ExitCode.WrongUsage, (await _bench.RunAsync("render", "none.md", "--platform", "pigeon")).Code);
        Assert.Equal(ExitCode.WrongUsage, (await _bench.RunAsync("render", "none.md")).Code);
    }

    [Fact]
    public async Task A_reply_is_printed_as_Slack_would_get_it()
    {
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        await _bench.RunAsync("ingest", "a.md");

        var outcome = await _bench.RunAsync("ask", "/sources", "--platform", "slack", "--locale", "en");

        Assert.Equal(ExitCode.Done, outcome.Code);
        using var reply = JsonDocument.Parse(outcome.Output.Split('\n')[0]);
        Assert.Equal("ephemeral", reply.RootElement.GetProperty("response_type").GetString());
        Assert.True(reply.RootElement.GetProperty("blocks").GetArrayLength() > 0);
        Assert.False(reply.RootElement.GetProperty("replace_original").GetBoolean());
        Assert.Contains("\"1s|sources|us-ai|20260106|\"", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posting_is_rendered_with_the_comparison_that_a_real_one_has_and_the_archive_stays_as_it_is()
    {
        _bench.Write("earlier.md", Markdown.Of(new DateOnly(2026, 1, 5)).Replace("Quillstone", "Marrowgate", StringComparison.Ordinal));
        _bench.Write("a.md", Markdown.Of(new DateOnly(2026, 1, 6)));
        var alone = await _bench.RunAsync("render", "a.md", "--platform", "slack");
        await _bench.RunAsync("ingest", "earlier.md");

        var compared = await _bench.RunAsync("render", "a.md", "--platform", "slack");

        Assert.NotEqual(alone.Output.Split('\n')[0], compared.Output.Split('\n')[0]);
        Assert.Equal(alone.Output.Split('\n')[1..], compared.Output.Split('\n')[1..]);
        Assert.DoesNotContain("1月6日", (await _bench.RunAsync("ask", "/briefing", "--locale", "ja")).Output, StringComparison.Ordinal);
    }
}

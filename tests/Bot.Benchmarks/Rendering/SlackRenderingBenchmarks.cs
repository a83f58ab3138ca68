using BenchmarkDotNet.Attributes;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Messages;
using Bot.Posts;
using Bot.Slack.Rendering;
using Markdig;

namespace Bot.Benchmarks.Rendering;

/// <summary>
/// A whole briefing as Slack's payloads, from its composed messages, against Markdig's parse and HTML of the same file.
/// Bar: at most 3×.
/// </summary>
[MemoryDiagnoser]
public class SlackRenderingBenchmarks
{
    private static readonly ComposeContext Context = new("us-ai", "US AI", Locale.Japanese, new DateOnly(2026, 1, 6));

    private readonly BriefingReader _reader = new();
    private string _text = "";
    private List<Message> _messages = [];

    /// <summary>The briefing: BOT_BENCH_BRIEFING, else the shared real one (BOT_SHARED/briefings/2026-01-06.md).</summary>
    [GlobalSetup]
    public void Load()
    {
        _text = File.ReadAllText(
            Environment.GetEnvironmentVariable("BOT_BENCH_BRIEFING")
                ?? Path.Combine(Environment.GetEnvironmentVariable("BOT_SHARED") ?? "../shared", "briefings", "2026-01-06.md")
        );
        _messages = Compose();
    }

    [Benchmark(Baseline = true)]
    public string ParseAndHtml() => Markdown.ToHtml(_text, BriefingPipeline.Instance);

    /// <summary>Rendering leaves a message that fits as it is, so it can be done again.</summary>
    [Benchmark]
    public int Payloads() => _messages.Sum(message => SlackRenderer.Render(message).Sum(payload => payload.Length));

    /// <summary>All of it: read, composed, rendered.</summary>
    [Benchmark]
    public int FromMarkdown() => Compose().Sum(message => SlackRenderer.Render(message).Sum(payload => payload.Length));

    private List<Message> Compose()
    {
        var thread = PostComposer.Compose(_reader.Read(_text), Context);
        return [thread.Root, .. thread.Sections.Select(section => section.Message)];
    }
}

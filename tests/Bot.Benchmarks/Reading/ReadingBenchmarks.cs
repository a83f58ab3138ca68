using BenchmarkDotNet.Attributes;
using Bot.Briefings;
using Markdig;
using Markdig.Syntax;

namespace Bot.Benchmarks.Reading;

/// <summary>Reading a briefing against Markdig's bare parse of the same text with the same pipeline. Bar: at most 4×.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly BriefingReader _reader = new();
    private string _text = "";

    /// <summary>The briefing to read: BOT_BENCH_BRIEFING, else the shared real one (BOT_SHARED/briefings/2026-01-06.md).</summary>
    [GlobalSetup]
    public void Load() =>
        _text = File.ReadAllText(
            Environment.GetEnvironmentVariable("BOT_BENCH_BRIEFING")
                ?? Path.Combine(Environment.GetEnvironmentVariable("BOT_SHARED") ?? "../shared", "briefings", "2026-01-06.md")
        );

    [Benchmark(Baseline = true)]
    public MarkdownDocument BareParse() => Markdown.Parse(_text, BriefingPipeline.Instance);

    [Benchmark]
    public BriefingReading Read() => _reader.Read(_text);
}

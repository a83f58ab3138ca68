using BenchmarkDotNet.Attributes;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Briefings;
using Bot.Testing.Briefings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Storing;

/// <summary>Storing one briefing in a SQLite archive of a month, durable commit included, beside reading its Markdown.</summary>
[MemoryDiagnoser]
public class SaveBenchmarks
{
    private ServiceProvider _services = null!;
    private ArchiveOptions _options = null!;
    private BriefingArchive _archive = null!;
    private string _markdown = null!;
    private SaveRequest _known = null!;
    private SaveRequest[] _wordings = null!;
    private DateOnly _next = ArchiveSeeder.LastDay;
    private int _wording;

    [GlobalSetup]
    public async Task Setup()
    {
        _options = await ArchiveSeeder.CloneAsync(days: 30);
        _services = new ServiceCollection().AddArchive(_options).BuildServiceProvider();
        _archive = _services.GetRequiredService<BriefingArchive>();
        var fixture = SyntheticBriefings.Of(ArchiveSeeder.LastDay);
        _markdown = fixture.ToMarkdown();
        _known = ArchiveSeeder.Request(ArchiveSeeder.LastDay.AddDays(-1));
        _wordings = [Reworded(fixture, "配布を始めました"), Reworded(fixture, "試験を終えました")];
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _services.DisposeAsync();
        await using var pooled = new SqliteConnection(_options.ConnectionString);
        SqliteConnection.ClearPool(pooled);
        Directory.Delete(Path.GetDirectoryName(_options.SqliteFile())!, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public BriefingReading Read() => new BriefingReader().Read(_markdown);

    [Benchmark]
    public Task<SaveResult> SaveNew()
    {
        _next = _next.AddDays(1);
        return _archive.SaveAsync(_known with { Date = _next }, CancellationToken.None);
    }

    [Benchmark]
    public Task<SaveResult> SaveUnchanged() => _archive.SaveAsync(_known, CancellationToken.None);

    [Benchmark]
    public Task<SaveResult> SaveRevised() => _archive.SaveAsync(_wordings[_wording ^= 1], CancellationToken.None);

    private static SaveRequest Reworded(FixtureBriefing fixture, string ending) =>
        new()
        {
            Series = ArchiveSeeder.Series,
            Date = fixture.Date,
            Origin = "cli",
            Reading = (
                fixture with
                {
                    Technology = [.. fixture.Technology.Select(news => news with { Headline = $"{news.Headline}、{ending}" })],
                }
            ).Read(),
        };
}

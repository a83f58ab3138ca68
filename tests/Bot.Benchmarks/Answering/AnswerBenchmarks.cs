using BenchmarkDotNet.Attributes;
using Bot.Answers;
using Bot.Archive.Setup;
using Bot.Benchmarks.Storing;
using Bot.Briefings;
using Bot.Chat;
using Bot.Chat.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Answering;

/// <summary>
/// Whole answers from a SQLite archive, from the typed line to the composed reply: of a month, and of ten years of daily
/// briefings. Ten years should cost at most twice the month.
/// </summary>
[MemoryDiagnoser]
public class AnswerBenchmarks
{
    private ServiceProvider _services = null!;
    private ArchiveOptions _options = null!;
    private CommandDispatcher _commands = null!;

    [Params(30, 3650)]
    public int Days { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        _options = await ArchiveSeeder.CloneAsync(Days);
        _services = new ServiceCollection()
            .AddArchive(_options)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new BriefingReader())
            .AddSingleton(new SeriesCatalogue([new Series("us-ai", "US AI", TimeZoneInfo.Utc)], TimeProvider.System))
            .AddAnswers()
            .AddCommands()
            .BuildServiceProvider();
        _commands = _services.GetRequiredService<CommandDispatcher>();
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _services.DisposeAsync();
        await using var pooled = new SqliteConnection(_options.ConnectionString);
        SqliteConnection.ClearPool(pooled);
        Directory.Delete(Path.GetDirectoryName(_options.SqliteFile())!, recursive: true);
    }

    /// <summary>Unknown to a month, whose 120 rounds are of other companies; a full page of ten and more in ten years.</summary>
    [Benchmark]
    public Task<Reply> FundingOfCompany() => AskAsync("/funding company-0001");

    /// <summary>One round in a month, a full page of ten and more in ten years.</summary>
    [Benchmark]
    public Task<Reply> FundingOfNewestCompany() =>
        AskAsync($"/funding {SyntheticBriefings.Company(ArchiveSeeder.LastDay.DayNumber * SyntheticBriefings.RoundsADay)}");

    /// <summary>Dozens of rounds in a month, thousands in ten years.</summary>
    [Benchmark]
    public Task<Reply> FundingOfInvestor() => AskAsync("/funding nvidia");

    [Benchmark]
    public Task<Reply> FundingOfNewestBriefing() => AskAsync("/funding");

    [Benchmark]
    public Task<Reply> FundingOfMistypedCompany() => AskAsync("/funding compnay-00o1");

    [Benchmark]
    public Task<Reply> OutlookOfHorizon() => AskAsync("/outlook medium");

    private Task<Reply> AskAsync(string line) => _commands.DispatchAsync(CommandCall.Parse(line, Locale.Japanese)!, CancellationToken.None);
}

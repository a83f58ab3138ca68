using System.Globalization;
using Bot.Archive.Setup;
using Bot.Benchmarks.Delivering;
using Bot.Benchmarks.Storing;
using Bot.Chat.Platforms;
using Bot.Testing.Databases;

namespace Bot.Benchmarks.Answering;

/// <summary>
/// What an answer costs that is not kept, for every reading command, on ten years of synthetic briefings beside a month, from the typed
/// line to the platform's bytes; and where that time goes. <i>Anew</i> is the first question after the archive has changed.
/// Usage: <c>answering [sqlite|postgres] [DAYS] [LINE]</c>; filling the archives is not measured, and a line asks only that.
/// </summary>
internal static class AnsweringMeasurement
{
    private const int Days = 3_650;
    private const int Month = 30;

    /// <summary>How often a single line is asked for a figure.</summary>
    private const int Often = 3_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var days = args.Length > 1 && int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Days;
        if (args.Length > 3 || DeliveryRig.ProviderOf([.. args.Take(1)]) is not { } provider)
        {
            await Console.Error.WriteLineAsync("usage: answering [sqlite|postgres] [DAYS] [LINE]");
            return 2;
        }

        await using var month = await OpenAsync(provider, Month);
        await using var years = await OpenAsync(provider, days);
        Console.WriteLine(
            FormattableString.Invariant(
                $"{provider}, {days} days beside {Month}. Processor in µs an answer, wall in ms; anew: after the archive has changed."
            )
        );
        Console.WriteLine(
            $"{"line", -34}{"Slack", 7}{"Discord", 9}{"p50", 7}{"p99", 7}{"ratio", 7}  |{"anew", 7}{"p50", 7}{"p99", 7}{"ratio", 7}  |{"stmts", 6}{"SQL", 7}{"EF", 7}{"compose", 9}{"render", 8}"
        );
        IReadOnlyList<AskedLine> lines = args is [_, _, var one] ? [new AskedLine(one, Often)] : AskedLines.All;
        foreach (var asked in lines)
        {
            if (!await month.Archive.WarmUpAsync(asked) || !await years.Archive.WarmUpAsync(asked))
            {
                await Console.Error.WriteLineAsync($"{asked.Line} could not be answered");
                return 1;
            }
        }

        // What is called often is compiled in the background.
        await Task.Delay(TimeSpan.FromSeconds(1));
        foreach (var asked in lines)
        {
            var slack = await AskedArchive.CompareAsync(month.Archive, years.Archive, asked, PlatformId.Slack, isAnew: false);
            var discord = await AskedArchive.CompareAsync(month.Archive, years.Archive, asked, PlatformId.Discord, isAnew: false);
            var anew = await AskedArchive.CompareAsync(month.Archive, years.Archive, asked, PlatformId.Slack, isAnew: true);
            var shares = await years.Archive.SharesAsync(asked);
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{asked.Line, -34}{slack.Many.Processor, 7:F0}{discord.Many.Processor, 9:F0}{slack.Many.P50, 7:F2}{slack.Many.P99, 7:F2}{slack.Ratio, 7:F2}  |{anew.Many.Processor, 7:F0}{anew.Many.P50, 7:F2}{anew.Many.P99, 7:F2}{anew.Ratio, 7:F2}  |{shares.Statements, 6:F1}{shares.Sql, 7:F0}{shares.Mapping, 7:F0}{shares.Composing, 9:F0}{shares.Rendering, 8:F0}"
                )
            );
        }

        return 0;
    }

    private static async Task<Opened> OpenAsync(DatabaseProvider provider, int days)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            return new Opened(new AskedArchive(await ArchiveSeeder.CloneAsync(days)), Database: null);
        }

        if (ArchiveSeeder.KeepsSeeded)
        {
            return new Opened(new AskedArchive(await ArchiveSeeder.KeptOnServerAsync(days)), Database: null);
        }

        var database = await TestDatabase.CreateAsync(provider);
        await ArchiveSeeder.SeedAsync(database.Options, days);
        return new Opened(new AskedArchive(database.Options), database);
    }

    private sealed record Opened(AskedArchive Archive, TestDatabase? Database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Archive.DisposeAsync();
            if (Database is not null)
            {
                await Database.DisposeAsync();
            }
        }
    }
}

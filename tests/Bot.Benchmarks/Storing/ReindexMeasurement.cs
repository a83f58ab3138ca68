using System.Diagnostics;
using System.Globalization;
using Bot.Archive;
using Bot.Archive.Saving;
using Bot.Archive.Setup;
using Bot.Benchmarks.Delivering;
using Bot.Briefings;
using Bot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Storing;

/// <summary>
/// How long <c>reindex</c> takes on ten years of synthetic briefings. Usage: <c>reindex [sqlite|postgres] [DAYS]</c>; filling the
/// archive is not measured. Says too how long a transaction, whose end whoever else writes on SQLite waits for, takes.
/// </summary>
internal static class ReindexMeasurement
{
    private const int Days = 3_650;

    public static async Task<int> RunAsync(string[] args)
    {
        var days = args.Length == 2 && int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Days;
        if (args.Length > 2 || DeliveryRig.ProviderOf([.. args.Take(1)]) is not { } provider)
        {
            await Console.Error.WriteLineAsync("usage: reindex [sqlite|postgres] [DAYS]");
            return 2;
        }

        await using var database = provider == DatabaseProvider.PostgreSql ? await TestDatabase.CreateAsync(provider) : null;
        var options = database?.Options ?? await ArchiveSeeder.CloneAsync(days);
        if (database is not null)
        {
            await ArchiveSeeder.SeedAsync(options, days);
        }

        var holds = new WriterHolds();
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddArchive(options, builder => builder.AddInterceptors(holds))
            .BuildServiceProvider();
        var reindex = new BriefingReindex(
            services.GetRequiredService<IDbContextFactory<ArchiveContext>>(),
            services.GetRequiredService<ArchiveTransactions>(),
            new BriefingReader(),
            TimeProvider.System
        );
        var pending = await reindex.PendingAsync(series: null, all: false, CancellationToken.None);
        var busy = DeliveryRig.Processor;
        var watch = Stopwatch.StartNew();
        var read = reindex.InOrder(pending, CancellationToken.None);
        foreach (var id in pending)
        {
            await read(id);
        }

        Console.WriteLine(
            FormattableString.Invariant(
                $"{provider}: {pending.Count} briefings read again in {watch.Elapsed.TotalSeconds:F1} s ({(DeliveryRig.Processor - busy).TotalSeconds:F1} s of processor), peak {DeliveryRig.PeakMegabytes} MB"
            )
        );
        Console.WriteLine(
            FormattableString.Invariant(
                $"a transaction takes {holds.Longest[holds.Longest.Count / 2].TotalMilliseconds:F1} ms in the middle, one of a hundred {holds.Longest[holds.Longest.Count / 100].TotalMilliseconds:F1} ms, the longest {string.Join(", ", holds.Longest.Take(3).Select(hold => FormattableString.Invariant($"{hold.TotalMilliseconds:F0}")))} ms"
            )
        );
        return pending.Count == days && (await reindex.PendingAsync(series: null, all: false, CancellationToken.None)).Count == 0 ? 0 : 1;
    }
}

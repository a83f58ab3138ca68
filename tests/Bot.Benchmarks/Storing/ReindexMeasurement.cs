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
/// archive is not measured.
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

        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddArchive(options).BuildServiceProvider();
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
        return pending.Count == days && (await reindex.PendingAsync(series: null, all: false, CancellationToken.None)).Count == 0 ? 0 : 1;
    }
}

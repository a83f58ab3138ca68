using System.Diagnostics;

namespace Bot.Benchmarks.Delivering;

/// <summary>
/// How long it takes to plan a briefing for 10,000 subscriptions that are due at the same minute, and how much memory the
/// process has at most. Usage: <c>planning [sqlite|postgres]</c>.
/// </summary>
internal static class PlanningMeasurement
{
    private const int Subscriptions = 10_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (DeliveryRig.ProviderOf(args) is not { } provider)
        {
            await Console.Error.WriteLineAsync("usage: planning [sqlite|postgres]");
            return 2;
        }

        // Once small, for the compiler.
        await using (var warm = await DeliveryRig.CreateAsync(provider, 100))
        {
            await warm.PlanAsync();
        }

        await using var rig = await DeliveryRig.CreateAsync(provider, Subscriptions);
        var busy = DeliveryRig.Processor;
        var watch = Stopwatch.StartNew();
        var result = await rig.PlanAsync();
        Console.WriteLine(
            FormattableString.Invariant(
                $"{provider}: {result.Created} deliveries of {DeliveryRig.Posts} posts in {watch.Elapsed.TotalSeconds:F1} s ({(DeliveryRig.Processor - busy).TotalSeconds:F1} s of processor), peak {DeliveryRig.PeakMegabytes} MB"
            )
        );
        return result.Created == Subscriptions ? 0 : 1;
    }
}

using Bot.Benchmarks.Answering;
using Bot.Benchmarks.Delivering;
using Bot.Benchmarks.Fanout;
using Bot.Benchmarks.Reading;
using Bot.Benchmarks.Soaking;
using Bot.Benchmarks.Startup;
using Bot.Benchmarks.Storing;

namespace Bot.Benchmarks;

/// <summary>BenchmarkDotNet's switcher, and measurements of whole processes by name.</summary>
internal static class Entry
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["reading", .. var rest]:
                return ReadingMeasurement.Run(rest);
            case ["answering", .. var rest]:
                return await AnsweringMeasurement.RunAsync(rest);
            case ["startup", .. var rest]:
                return await StartupMeasurement.RunAsync(rest);
            case ["planning", .. var rest]:
                return await PlanningMeasurement.RunAsync(rest);
            case ["reindex", .. var rest]:
                return await ReindexMeasurement.RunAsync(rest);
            case ["idle", .. var rest]:
                return await IdleMeasurement.RunAsync(rest);
            case ["ledger", .. var rest]:
                return await LedgerMeasurement.RunAsync(rest);
            case ["soak", .. var rest]:
                return await SoakMeasurement.RunAsync(rest);
            case ["fanout"]:
                return await FanoutRun.RunAsync();
        }

        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args);
        return 0;
    }
}

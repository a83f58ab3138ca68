using Bot.Benchmarks.Fanout;
using Bot.Benchmarks.Startup;

namespace Bot.Benchmarks;

/// <summary>BenchmarkDotNet's switcher, and measurements of whole processes by name.</summary>
internal static class Entry
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["startup", ..])
        {
            return await StartupMeasurement.RunAsync(args[1..]);
        }

        if (args is ["fanout"])
        {
            return await FanoutRun.RunAsync();
        }

        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args);
        return 0;
    }
}

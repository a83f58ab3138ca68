using System.Diagnostics;
using System.Globalization;

namespace Bot.Benchmarks.Soaking;

/// <summary>The process at one moment.</summary>
/// <param name="Heap">What the last collection left, MB.</param>
/// <param name="Resident">MB.</param>
/// <param name="Handles">Open files and sockets.</param>
internal sealed record SoakSample(double Heap, double Resident, double Handles, double Threads)
{
    private const double Megabyte = 1e6;

    /// <summary>What must not grow. Resident memory is shown only: SQLite's cache and the runtime fill it up to their own limits.</summary>
    public static IReadOnlyList<(string Name, Func<SoakSample, double> Value)> Measures { get; } =
    [("heap after collection, MB", sample => sample.Heap), ("handles", sample => sample.Handles), ("threads", sample => sample.Threads)];

    public static async Task<SoakSample> TakeAsync(HttpClient http, Process process)
    {
        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        process.Refresh();
        return new(
            Sum(metrics, "dotnet_gc_last_collection_heap_size_bytes") / Megabyte,
            process.WorkingSet64 / Megabyte,
            process.HandleCount,
            process.Threads.Count
        );
    }

    /// <summary>Over its labels: a generation each.</summary>
    private static double Sum(string metrics, string name) =>
        metrics
            .Split('\n')
            .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) || line.StartsWith(name + " ", StringComparison.Ordinal))
            .Sum(line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));

    public override string ToString() =>
        FormattableString.Invariant($"heap {Heap:F1} MB, resident {Resident:F0} MB, {Handles} handles, {Threads} threads");
}

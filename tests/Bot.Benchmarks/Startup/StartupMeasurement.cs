using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Bot.Benchmarks.Startup;

/// <summary>
/// Whole-process figures of a published bot started in an empty folder: time from process start to
/// <c>/health/ready</c>, further time until the sample stands on the page, and resident memory when idle.
/// Usage: <c>startup PATH/TO/Bot.dll [REPETITIONS]</c>.
/// </summary>
internal static class StartupMeasurement
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || !File.Exists(args[0]))
        {
            await Console.Error.WriteLineAsync("usage: startup PATH/TO/Bot.dll [REPETITIONS]");
            return 2;
        }

        var repetitions = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        var runs = new List<(double Ready, double Sample, double Memory)>();
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            var run = await MeasureAsync(args[0]);
            Console.WriteLine(
                FormattableString.Invariant($"ready {run.Ready:F2} s   sample {run.Sample:F2} s later   resident idle {run.Memory:F0} MB")
            );
            runs.Add(run);
        }

        Console.WriteLine(
            FormattableString.Invariant(
                $"median: ready {Median(runs.Select(run => run.Ready)):F2} s   sample {Median(runs.Select(run => run.Sample)):F2} s later   resident idle {Median(runs.Select(run => run.Memory)):F0} MB"
            )
        );
        return 0;
    }

    private static async Task<(double Ready, double Sample, double Memory)> MeasureAsync(string assembly)
    {
        var folder = Directory.CreateTempSubdirectory("bot-startup-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.GetFullPath(assembly));
        start.Environment["Web__Url"] = FormattableString.Invariant($"http://127.0.0.1:{port}");
        using var http = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}")) };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await UntilAsync(http, "/health/ready", _ => true, clock);
            var ready = clock.Elapsed.TotalSeconds;
            await UntilAsync(http, "/", page => CountOf(page, "id=\"m") >= 9, clock);
            var sample = clock.Elapsed.TotalSeconds - ready;
            await Task.Delay(Idle);
            process.Refresh();
            return (ready, sample, process.WorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task UntilAsync(HttpClient http, string path, Func<string, bool> accept, Stopwatch clock)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (clock.Elapsed < Deadline)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.IsSuccessStatusCode && accept(await answer.Content.ReadAsStringAsync()))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await timer.WaitForNextTickAsync();
        }

        throw new TimeoutException($"{path} did not answer as expected within {Deadline.TotalSeconds} s");
    }

    private static int CountOf(string text, string part) => text.Split(part).Length - 1;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

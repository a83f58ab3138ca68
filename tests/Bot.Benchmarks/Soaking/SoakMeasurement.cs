using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Bot.Benchmarks.Storing;

namespace Bot.Benchmarks.Soaking;

/// <summary>
/// A published bot that does the work of <see cref="Days"/> days in some minutes: each day a briefing comes, is posted to the built-in
/// channel and corrected, and people ask. <c>/metrics</c> is scraped all the while. In the end the last third is compared with the second:
/// what grows with every day shows there. Usage: <c>soak PATH/TO/Bot.dll MINUTES</c>; exits with 1 when something grew too much.
/// </summary>
internal static class SoakMeasurement
{
    public const int Days = 400;

    /// <summary>How much larger the last third may be.</summary>
    private const double Bar = 1.03;

    private const string Token = "soak-publisher-token-of-some-length";

    private static readonly string[] Questions =
    [
        "funding?company=company-0001",
        "outlook?horizon=medium",
        "search?words=推論",
        "company?name=company-0002",
        "sources",
        "trend?subject=company-0001",
        "news",
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length != 2 || !File.Exists(args[0]) || !double.TryParse(args[1], CultureInfo.InvariantCulture, out var minutes))
        {
            await Console.Error.WriteLineAsync("usage: soak PATH/TO/Bot.dll MINUTES");
            return 2;
        }

        var samples = await MeasureAsync(args[0], TimeSpan.FromMinutes(minutes));
        var isWell = true;
        foreach (var (name, value) in SoakSample.Measures)
        {
            var thirds = samples
                .Index()
                .GroupBy(sample => sample.Index * 3 / samples.Count)
                .Select(third => Median(third.Select(one => value(one.Item))));
            var (first, second, last) = thirds.ToList() is [var a, var b, var c]
                ? (a, b, c)
                : throw new InvalidOperationException("too short");
            var isSteady = last <= second * Bar;
            isWell &= isSteady;
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{name, -24} first third {first, 10:F1}   second {second, 10:F1}   last {last, 10:F1}   {(last / second) - 1, 6:P1} {(isSteady ? "steady" : "GROWS")}"
                )
            );
        }

        return isWell ? 0 : 1;
    }

    private static async Task<List<SoakSample>> MeasureAsync(string assembly, TimeSpan length)
    {
        var folder = Directory.CreateTempSubdirectory("bot-soak-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "inbox"));
        var address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.GetFullPath(assembly));
        start.Environment["Web__Url"] = address.ToString();
        // With an inbox the archive stays without the sample.
        start.Environment["Intake__Inbox"] = "inbox";
        start.Environment["Intake__ApiTokens__soak"] = Token;
        start.Environment["Asking__PerUserPerMinute"] = "0";
        start.Environment["Delivery__CorrectionWait"] = "00:00:00";
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        try
        {
            await ReadyAsync(http);
            return await LiveAsync(http, process, length);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Day after day, each at its moment.</summary>
    private static async Task<List<SoakSample>> LiveAsync(HttpClient http, Process process, TimeSpan length)
    {
        var samples = new List<SoakSample>();
        var clock = Stopwatch.StartNew();
        for (var day = 0; day < Days; day++)
        {
            var date = ArchiveSeeder.LastDay.AddDays(day - Days);
            var markdown = SyntheticBriefings.Of(date).ToMarkdown();
            await PublishAsync(http, markdown);
            foreach (var question in Questions)
            {
                using var answer = await http.GetAsync(new Uri($"/api/answers/{question}", UriKind.Relative));
                if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
                {
                    throw new InvalidOperationException($"{question}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                }
            }

            await http.GetStringAsync(new Uri("/", UriKind.Relative));
            await PublishAsync(http, markdown.Replace("か所", "箇所", StringComparison.Ordinal));
            samples.Add(await SoakSample.TakeAsync(http, process));
            if (day % 40 == 39)
            {
                Console.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalMinutes:F1} min, day {day + 1}: {samples[^1]}"));
            }

            if ((length * ((day + 1.0) / Days)) - clock.Elapsed is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest);
            }
        }

        return samples;
    }

    private static async Task PublishAsync(HttpClient http, string markdown)
    {
        using var body = new StringContent(markdown, Encoding.UTF8, "text/markdown");
        using var answer = await http.PostAsync(new Uri("/api/briefings?deliver=true", UriKind.Relative), body);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static async Task ReadyAsync(HttpClient http)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

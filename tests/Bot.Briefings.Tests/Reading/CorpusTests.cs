using System.Diagnostics;
using Bot.Briefings.Json;
using Bot.Briefings.Reading;

namespace Bot.Briefings.Tests.Reading;

/// <summary>The shared briefings against their gold, by the shared comparison.</summary>
public sealed class CorpusTests
{
    [Fact]
    public async Task Every_shared_briefing_scores_as_its_gold_says()
    {
        var shared = Environment.GetEnvironmentVariable("BOT_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(shared) || !Directory.Exists(Path.Combine(shared, "briefings")), "BOT_SHARED names no folder with briefings");
        var briefings = Path.Combine(shared!, "briefings");
        var output = Directory.CreateTempSubdirectory("briefings").FullName;
        var files = Directory.GetFiles(briefings, "20*.md", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.Equal(ReadError.None, new BriefingReader().TryRead(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), out var reading));
            var actual = Path.Combine(output, Path.GetFileNameWithoutExtension(file) + ".json");
            await File.WriteAllTextAsync(actual, BriefingJson.Write(reading!.Briefing), TestContext.Current.CancellationToken);
            var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
            foreach (var argument in (string[])[Path.Combine(briefings, "compare_gold.py"), Path.ChangeExtension(file, ".json"), actual, "--threshold", "0.98"])
            {
                start.ArgumentList.Add(argument);
            }

            Process? process = null;
            try
            {
                process = Process.Start(start);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                Assert.Skip("python3 is not installed");
            }

            var report = await process!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, report);
        }
    }
}

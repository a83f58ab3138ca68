using System.Diagnostics;
using Bot.Briefings.Json;

namespace Bot.Briefings.Tests.Reading;

/// <summary>The shared briefings against their gold, by the shared comparison.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("", "0.99")]
    [InlineData("dev", "0.99")]
    [InlineData("real", "0.96", "news=0.97", "outlook=0.97", "references=0.96", "funding=0.93")]
    [InlineData("others", "0.80")]
    public async Task The_shared_briefings_score_as_their_gold_says(string folder, string least, params string[] fields)
    {
        var shared = Environment.GetEnvironmentVariable("BOT_SHARED");
        var gold = Path.Combine(shared ?? "", "briefings", folder);
        Assert.SkipWhen(string.IsNullOrEmpty(shared) || !Directory.Exists(gold), "BOT_SHARED names no folder with these briefings");
        var output = Directory.CreateTempSubdirectory("briefings").FullName;
        foreach (var file in Directory.GetFiles(gold, "20*.md"))
        {
            Assert.Equal(
                ReadError.None,
                new BriefingReader().TryRead(
                    await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken),
                    out var reading,
                    file
                )
            );
            await File.WriteAllTextAsync(
                Path.Combine(output, Path.GetFileNameWithoutExtension(file) + ".json"),
                BriefingJson.Write(reading!.Briefing),
                TestContext.Current.CancellationToken
            );
        }

        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
        foreach (
            var argument in (string[])
                [
                    Path.Combine(shared, "briefings", "compare_gold.py"),
                    gold,
                    output,
                    "--threshold",
                    least,
                    .. fields.SelectMany(field => (string[])["--field-threshold", field]),
                ]
        )
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

using System.Globalization;
using Bot.Archive.Setup;
using Bot.Emulators.Faults;
using Bot.Emulators.Log;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Crashes;

/// <summary>Several processes share one PostgreSQL; a random one, or the one that sends, is killed again and again.</summary>
public sealed class RaceTests(ITestOutputHelper output)
{
    private const int Workspaces = 8;

    private static readonly DateOnly Day = new(2026, 1, 6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "D6")]
    public async Task D6_Processes_that_are_killed_at_random_share_the_work_without_losing_or_repeating()
    {
        var (processes, channels, kills, days) = Share.IsAll ? (3, 200, 60, 6) : (3, 40, 6, 4);
        var random = new Random(Share.Seed);
        await using var stage = await Stage.SetAsync(await Share.DatabaseAsync(DatabaseProvider.PostgreSql));
        stage.Settings = stage.Settings with { TokenPerWorkspace = true };
        stage.Options.LeaseLength = TimeSpan.FromSeconds(1);
        stage.Options.LeaseRenewal = TimeSpan.FromSeconds(0.2);
        stage.Chat.Script.Add(new Fault(null, Answer.Delayed(TimeSpan.FromMilliseconds(40))) { Times = null });
        await stage.SubscribeAsync(Enumerable.Range(1, channels).Select(channel => ($"T{channel % Workspaces}", $"c{channel}")));
        for (var day = 0; day < days; day++)
        {
            await stage.IngestAsync(Stage.Briefing(Day.AddDays(day)));
        }

        var running = Enumerable.Range(0, processes).Select(_ => stage.Launch()).ToList();
        for (var kill = 0; kill < kills; kill++)
        {
            // By work rather than time, so that a slow machine sees as many kills in the middle of sending.
            var seen = stage.Chat.Log.All.Count;
            await stage.Chat.Log.WaitAsync(seen + random.Next(20, 120), Swift.Deadline, Cancellation);
            var sending = running.FindIndex(child => child.Id == stage.Steps.LastOrDefault(step => step.Token is not null)?.Process);
            var victim = sending >= 0 && kill % 2 == 0 ? sending : random.Next(processes);
            await running[victim].KillAsync();
            running[victim] = stage.Launch();
        }

        await stage.UntilDoneAsync(channels * days);
        var shares = stage
            .Steps.Where(step => step.Name == Bot.Delivery.DeliveryCheckpoints.OutcomeCommitted)
            .GroupBy(step => step.Process)
            .Count();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kills} kills, {stage.Count(LogKind.Accepted, "send")} posts by {shares} processes"
            )
        );
        Assert.True(shares > 1, "One process did everything.");
    }
}

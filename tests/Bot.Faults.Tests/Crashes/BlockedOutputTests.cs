using Bot.Archive.Setup;
using Bot.Faults.Tests.Staging;

namespace Bot.Faults.Tests.Crashes;

/// <summary>Row G4 for the process's own streams.</summary>
public sealed class BlockedOutputTests
{
    [Fact]
    [Trait("Fault", "G4")]
    public async Task G4_A_bot_whose_output_nobody_reads_goes_on_sending()
    {
        await using var stage = await CrashStage.SetAsync(DatabaseProvider.Sqlite);
        // Log as much as possible, to fill the pipes of 64 KiB and the console's queue behind them.
        stage.ExtraSettings["Logging__LogLevel__Default"] = "Trace";
        stage.ExtraSettings["Logging__LogLevel__Microsoft"] = "Trace";
        await stage.SubscribeAsync(Enumerable.Range(10, 20).Select(channel => ("T1", $"c{channel}")));
        foreach (var day in Enumerable.Range(0, 3))
        {
            await stage.IngestAsync(Stage.Briefing(new DateOnly(2026, 1, 6).AddDays(day)));
        }

        stage.Launch(order: null, isRead: false);

        await stage.UntilDoneAsync(66);
    }
}

using System.CommandLine;
using Bot.Archive.Saving;
using Bot.Chat;
using Bot.Configuration;

namespace Bot.Verbs;

/// <summary><c>reindex [--series KEY]</c>: reads stored briefings again with today's reader and vocabulary. Posts nothing.</summary>
internal static class ReindexVerb
{
    public static Command Create(Surroundings surroundings)
    {
        var series = new Option<string?>("--series") { HelpName = "KEY", Description = surroundings.Say(new("このシリーズだけ（既定はすべて）", "This series only (default: all)")) };
        var all = new Option<bool>("--all") { Description = surroundings.Say(new("今の読み方で読んだものも読み直します", "Also what today's reader has read")) };
        var verb = new Command("reindex", surroundings.Say(new(
            "保存したブリーフィングを今の読み方と語彙で読み直します。投稿はしません",
            "Reads stored briefings again with today's reader and vocabulary; posts nothing")))
        {
            series,
            all,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(surroundings, parsed.GetValue(series), parsed.GetValue(all), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string? series, bool all, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await ArchiveDesk.OpenAsync(surroundings, configured, dryRun: false, cancellationToken);
        if (series is not null && desk.Services.GetRequiredService<SeriesCatalogue>() is var catalogue && catalogue.Find(series) is null)
        {
            surroundings.Complain(Intake.IntakePipeline.UnknownSeries(series, catalogue));
            return ExitCode.Failed;
        }

        var reindex = desk.Services.GetRequiredService<BriefingReindex>();
        var pending = await reindex.PendingAsync(series, all, cancellationToken);
        await VerbProgress.RunAsync(surroundings, new("読み直し", "Reading again"), pending, reindex.InOrder(pending, cancellationToken));
        await surroundings.Output.WriteLineAsync(surroundings.Say(new($"{pending.Count} 件を読み直しました", $"{pending.Count} briefings read again")));
        return ExitCode.Done;
    }
}

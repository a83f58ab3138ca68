using System.CommandLine;
using Bot.Archive.Saving;
using Bot.Chat;
using Bot.Configuration;

namespace Bot.Verbs;

/// <summary><c>reindex [--series KEY]</c>: reads stored briefings again with today's reader and vocabulary. Posts nothing.</summary>
internal static class ReindexVerb
{
    public static Command Create(CommandLineContext commandLine)
    {
        var series = new Option<string?>("--series")
        {
            HelpName = "KEY",
            Description = commandLine.Say(HostTexts.Both("ReindexVerb.ThisSeriesOnlyDefault")),
        };
        var all = new Option<bool>("--all") { Description = commandLine.Say(HostTexts.Both("ReindexVerb.AlsoWhatTodaysReaderHas")) };
        var verb = new Command("reindex", commandLine.Say(HostTexts.Both("ReindexVerb.ReadsStoredBriefingsAgainWith"))) { series, all };
        verb.SetAction(
            (parsed, cancellationToken) => RunAsync(commandLine, parsed.GetValue(series), parsed.GetValue(all), cancellationToken)
        );
        return verb;
    }

    private static async Task<int> RunAsync(CommandLineContext commandLine, string? series, bool all, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await OpenArchive.OpenAsync(commandLine, configured, dryRun: false, cancellationToken);
        if (series is not null && desk.Services.GetRequiredService<SeriesCatalogue>() is var catalogue && catalogue.Find(series) is null)
        {
            commandLine.Complain(Intake.IntakePipeline.UnknownSeries(series, catalogue));
            return ExitCode.Failed;
        }

        var reindex = desk.Services.GetRequiredService<BriefingReindex>();
        var pending = await reindex.PendingAsync(series, all, cancellationToken);
        await VerbProgress.RunAsync(
            commandLine,
            HostTexts.Both("ReindexVerb.ReadingAgain"),
            pending,
            reindex.InOrder(pending, cancellationToken)
        );
        await commandLine.Output.WriteLineAsync(commandLine.Say(HostTexts.Both("ReindexVerb.BriefingsReadAgain", pending.Count)));
        return ExitCode.Done;
    }
}

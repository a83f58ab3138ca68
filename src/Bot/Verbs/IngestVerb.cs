using System.CommandLine;
using Bot.Chat;
using Bot.Configuration;
using Bot.Intake;

namespace Bot.Verbs;

/// <summary><c>ingest FILE...</c>: stores briefings and plans their deliveries; a running service sends them.</summary>
internal static class IngestVerb
{
    public static Command Create(Surroundings surroundings)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = surroundings.Say(new("ブリーフィングの Markdown", "Briefings in Markdown")),
            Arity = ArgumentArity.OneOrMore,
        };
        var series = new Option<string?>("--series") { HelpName = "KEY", Description = surroundings.Say(new("シリーズ（既定は最初のもの）", "The series (default: the first one)")) };
        var dryRun = new Option<bool>("--dry-run") { Description = surroundings.Say(new("何も保存せず、結果だけを示します", "Store nothing; say what would happen")) };
        var noDeliver = new Option<bool>("--no-deliver") { Description = surroundings.Say(new("配信しません（過去分の取り込み用）", "Plan no deliveries (to backfill old briefings)")) };
        var verb = new Command("ingest", surroundings.Say(new("ブリーフィングを保存し、配信を計画します", "Stores briefings and plans their deliveries")))
        {
            files,
            series,
            dryRun,
            noDeliver,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings,
            parsed.GetRequiredValue(files),
            new IntakeRequest("", default, Origins.CommandLine)
            {
                Series = parsed.GetValue(series),
                DryRun = parsed.GetValue(dryRun),
                Deliver = !parsed.GetValue(noDeliver),
            },
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string[] files, IntakeRequest request, CancellationToken cancellationToken)
    {
        if (Configured.OrComplain(surroundings) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await ArchiveDesk.OpenAsync(surroundings, configured, request.DryRun, cancellationToken);
        var pipeline = desk.Services.GetRequiredService<IntakePipeline>();
        if (request.Series is { } key && desk.Services.GetRequiredService<SeriesCatalogue>() is var catalogue && catalogue.Find(key) is null)
        {
            surroundings.Complain(IntakePipeline.UnknownSeries(key, catalogue));
            return ExitCode.Failed;
        }

        var failed = 0;
        var receipts = new List<Receipt>(files.Length);
        await IngestProgress.RunAsync(surroundings, files, async file =>
        {
            var receipt = await TakeAsync(surroundings, pipeline, file, request, cancellationToken);
            failed += receipt is null or { Status: ReceiptStatus.Refused } ? 1 : 0;
            if (receipt is not null)
            {
                receipts.Add(receipt);
            }
        });
        foreach (var receipt in receipts)
        {
            var text = ReceiptText.Render(receipt, surroundings.ReplyLocale, pipeline.ZoneOf(receipt));
            await (receipt.Status == ReceiptStatus.Refused ? surroundings.Error : surroundings.Output).WriteAsync(text);
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<Receipt?> TakeAsync(
        Surroundings surroundings, IntakePipeline pipeline, string file, IntakeRequest request, CancellationToken cancellationToken) =>
        await DocumentFile.ReadAsync(surroundings, file, pipeline.MaxBytes, cancellationToken) switch
        {
            null => null,
            { Bytes: { } bytes } => await pipeline.TakeAsync(request with { Name = file, Bytes = bytes }, cancellationToken),
            _ => pipeline.TooLarge(file),
        };
}

using System.CommandLine;
using Bot.Briefings;
using Bot.Chat;
using Bot.Configuration;
using Bot.Intake;
using Bot.Intake.Holding;

namespace Bot.Verbs;

/// <summary><c>ingest FILE...</c>: stores briefings and plans their deliveries; a running service sends them.</summary>
internal static class IngestVerb
{
    /// <summary>Maximum of old days that may be posted without asking.</summary>
    private const int MostOldDays = 3;

    public static Command Create(CommandLineContext commandLine)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = commandLine.Say(HostTexts.Both("IngestVerb.BriefingsInMarkdown")),
            Arity = ArgumentArity.OneOrMore,
        };
        var series = new Option<string?>("--series")
        {
            HelpName = "KEY",
            Description = commandLine.Say(HostTexts.Both("IngestVerb.SeriesDefault")),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = commandLine.Say(HostTexts.Both("IngestVerb.StoreNothing")) };
        var noDeliver = new Option<bool>("--no-deliver")
        {
            Description = commandLine.Say(HostTexts.Both("IngestVerb.PlanNoDeliveriesToBackfill")),
        };
        var deliver = new Option<bool>("--deliver") { Description = commandLine.Say(HostTexts.Both("IngestVerb.DeliverHoweverOldDayIs")) };
        var yes = new Option<bool>("--yes") { Description = commandLine.Say(HostTexts.Both("IngestVerb.GoOnWithoutAsking")) };
        var date = new Option<DateOnly?>("--date")
        {
            HelpName = "DATE",
            Description = commandLine.Say(HostTexts.Both("IngestVerb.DayCovers")),
            CustomParser = result => DayParser.Parse(result, commandLine),
        };
        var edition = new Option<string?>("--edition")
        {
            HelpName = "NAME",
            Description = commandLine.Say(HostTexts.Both("IngestVerb.DaysEditionExampleEvening")),
        };
        edition.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !EditionName.IsRight(token.Value))
            {
                result.AddError(commandLine.Say(HostTexts.Both("IngestVerb.IsNoEdition", token.Value, EditionName.Longest)));
            }
        });
        var verb = new Command("ingest", commandLine.Say(HostTexts.Both("IngestVerb.StoresBriefingsAndPlansTheir")))
        {
            files,
            series,
            date,
            edition,
            dryRun,
            deliver,
            noDeliver,
            yes,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(deliver) && result.GetValue(noDeliver))
            {
                result.AddError(commandLine.Say(HostTexts.Both("IngestVerb.DeliverAndNoDeliverExclude")));
            }

            if (result.GetValue(files) is { Length: > 1 } && (result.GetValue(date) is not null || result.GetValue(edition) is not null))
            {
                result.AddError(commandLine.Say(HostTexts.Both("IngestVerb.DateAndEditionGoWith")));
            }
        });
        verb.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    commandLine,
                    parsed.GetRequiredValue(files),
                    new IntakeRequest("", default, Origins.CommandLine)
                    {
                        Series = parsed.GetValue(series),
                        DryRun = parsed.GetValue(dryRun),
                        Deliver =
                            parsed.GetValue(deliver) ? true
                            : parsed.GetValue(noDeliver) ? false
                            : null,
                        Date = parsed.GetValue(date),
                        Edition = parsed.GetValue(edition),
                    },
                    parsed.GetValue(yes),
                    cancellationToken
                )
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        CommandLineContext commandLine,
        string[] files,
        IntakeRequest request,
        bool yes,
        CancellationToken cancellationToken
    )
    {
        if (Configured.OrComplain(commandLine) is not { } configured)
        {
            return ExitCode.Failed;
        }

        await using var desk = await OpenArchive.OpenAsync(commandLine, configured, request.DryRun, cancellationToken);
        var pipeline = desk.Services.GetRequiredService<IntakePipeline>();
        if (
            request.Series is { } key
            && desk.Services.GetRequiredService<SeriesCatalogue>() is var catalogue
            && catalogue.Find(key) is null
        )
        {
            commandLine.Complain(IntakePipeline.UnknownSeries(key, catalogue));
            return ExitCode.Failed;
        }

        if (
            request is { Deliver: true, DryRun: false }
            && !yes
            && !await MayPostOldDaysAsync(commandLine, desk, files, request, cancellationToken)
        )
        {
            return ExitCode.Failed;
        }

        var failed = 0;
        var receipts = new List<Receipt>(files.Length);
        await VerbProgress.RunAsync(
            commandLine,
            HostTexts.Both("IngestVerb.Ingesting"),
            files,
            async file =>
            {
                var receipt = await TakeAsync(commandLine, pipeline, file, request, cancellationToken);
                failed += receipt is null or { Status: ReceiptStatus.Refused } ? 1 : 0;
                if (receipt is not null)
                {
                    receipts.Add(receipt);
                }
            }
        );
        foreach (var receipt in receipts)
        {
            var text = ReceiptText.Render(receipt, commandLine.ReplyLocale, pipeline.ZoneOf(receipt));
            await (receipt.Status == ReceiptStatus.Refused ? commandLine.Error : commandLine.Output).WriteAsync(text);
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Asks before posting more than a few old days: a folder given by mistake would flood every channel.</summary>
    private static async Task<bool> MayPostOldDaysAsync(
        CommandLineContext commandLine,
        OpenArchive desk,
        string[] files,
        IntakeRequest request,
        CancellationToken cancellationToken
    )
    {
        var (reader, series, dates) = (
            desk.Services.GetRequiredService<BriefingReader>(),
            desk.Services.GetRequiredService<SeriesCatalogue>(),
            desk.Services.GetRequiredService<DateRule>()
        );
        var of = (request.Series is { } key ? series.Find(key) : null) ?? series.First;
        var old = 0;
        foreach (var file in files.Length > MostOldDays ? files : [])
        {
            if (
                await DocumentFile.ReadAsync(commandLine, file, reader.Limits.MaxBytes, cancellationToken) is { Bytes: { } bytes }
                && reader.TryRead(bytes, out var reading, file) == ReadError.None
                && reading!.Briefing.Date is { } day
                && dates.DaysTooOld(of, day) > 0
            )
            {
                old++;
            }
        }

        return old <= MostOldDays || commandLine.Confirm(HostTexts.Both("IngestVerb.ThisPostsOldDaysTo", old));
    }

    private static async Task<Receipt?> TakeAsync(
        CommandLineContext commandLine,
        IntakePipeline pipeline,
        string file,
        IntakeRequest request,
        CancellationToken cancellationToken
    ) =>
        await DocumentFile.ReadAsync(commandLine, file, pipeline.MaxBytes, cancellationToken) switch
        {
            null => null,
            { Bytes: { } bytes } => await pipeline.TakeAsync(
                request with
                {
                    Name = file,
                    Bytes = bytes,
                    FileName = file == "-" ? null : file,
                    DeliverCommand = DeliverCommand.Of(file, request),
                },
                cancellationToken
            ),
            _ => pipeline.TooLarge(file),
        };
}

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
    /// <summary>Old days that may be posted without a question.</summary>
    private const int MostOldDays = 3;

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
        var deliver = new Option<bool>("--deliver") { Description = surroundings.Say(new("古い日付でも配信します", "Deliver it however old its day is")) };
        var yes = new Option<bool>("--yes") { Description = surroundings.Say(new("確認せずに進めます", "Go on without asking")) };
        var date = new Option<DateOnly?>("--date")
        {
            HelpName = "DATE",
            Description = surroundings.Say(new("ブリーフィングの日付（文書の日付に代えて）", "The day it covers, whatever the document says")),
            CustomParser = result => DayParser.Parse(result, surroundings),
        };
        var edition = new Option<string?>("--edition") { HelpName = "NAME", Description = surroundings.Say(new("その日の版の名前（例 evening）", "The day's edition (for example evening)")) };
        edition.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !EditionName.IsRight(token.Value))
            {
                result.AddError(surroundings.Say(new(
                    $"版の名前「{token.Value}」は使えません。英小文字・数字・ハイフンで{EditionName.Longest}字までにしてください（例 evening）",
                    $"\"{token.Value}\" is no edition: use at most {EditionName.Longest} lower-case letters, digits and hyphens (for example evening)")));
            }
        });
        var verb = new Command("ingest", surroundings.Say(new("ブリーフィングを保存し、配信を計画します", "Stores briefings and plans their deliveries")))
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
                result.AddError(surroundings.Say(new("--deliver と --no-deliver は一緒に使えません", "--deliver and --no-deliver exclude each other")));
            }

            if (result.GetValue(files) is { Length: > 1 } && (result.GetValue(date) is not null || result.GetValue(edition) is not null))
            {
                result.AddError(surroundings.Say(new("--date と --edition は1つの文書にだけ使えます", "--date and --edition go with one document only")));
            }
        });
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings,
            parsed.GetRequiredValue(files),
            new IntakeRequest("", default, Origins.CommandLine)
            {
                Series = parsed.GetValue(series),
                DryRun = parsed.GetValue(dryRun),
                Deliver = parsed.GetValue(deliver) ? true : parsed.GetValue(noDeliver) ? false : null,
                Date = parsed.GetValue(date),
                Edition = parsed.GetValue(edition),
            },
            parsed.GetValue(yes),
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string[] files, IntakeRequest request, bool yes, CancellationToken cancellationToken)
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

        if (request is { Deliver: true, DryRun: false } && !yes && !await MayPostOldDaysAsync(surroundings, desk, files, request, cancellationToken))
        {
            return ExitCode.Failed;
        }

        var failed = 0;
        var receipts = new List<Receipt>(files.Length);
        await VerbProgress.RunAsync(surroundings, new("取り込み", "Ingesting"), files, async file =>
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

    /// <summary>Asks before more than a few old days are posted: a folder given by mistake would fill every channel.</summary>
    private static async Task<bool> MayPostOldDaysAsync(
        Surroundings surroundings, ArchiveDesk desk, string[] files, IntakeRequest request, CancellationToken cancellationToken)
    {
        var (reader, series, dates) = (
            desk.Services.GetRequiredService<BriefingReader>(), desk.Services.GetRequiredService<SeriesCatalogue>(), desk.Services.GetRequiredService<DateRule>());
        var of = (request.Series is { } key ? series.Find(key) : null) ?? series.First;
        var old = 0;
        foreach (var file in files.Length > MostOldDays ? files : [])
        {
            if (await DocumentFile.ReadAsync(surroundings, file, reader.Limits.MaxBytes, cancellationToken) is { Bytes: { } bytes }
                && reader.TryRead(bytes, out var reading, file) == ReadError.None && reading!.Briefing.Date is { } day && dates.DaysTooOld(of, day) > 0)
            {
                old++;
            }
        }

        return old <= MostOldDays || surroundings.Confirm(new(
            $"過去の {old} 日分を購読中のすべてのチャンネルに投稿します。よろしいですか（--yes で確認を省けます）",
            $"This posts {old} old days to every channel that is subscribed. Go on? (--yes skips the question)"));
    }

    private static async Task<Receipt?> TakeAsync(
        Surroundings surroundings, IntakePipeline pipeline, string file, IntakeRequest request, CancellationToken cancellationToken) =>
        await DocumentFile.ReadAsync(surroundings, file, pipeline.MaxBytes, cancellationToken) switch
        {
            null => null,
            { Bytes: { } bytes } => await pipeline.TakeAsync(
                request with { Name = file, Bytes = bytes, FileName = file == "-" ? null : file, DeliverCommand = DeliverCommand.Of(file, request) }, cancellationToken),
            _ => pipeline.TooLarge(file),
        };
}

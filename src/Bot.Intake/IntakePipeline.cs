using System.Globalization;
using System.Text.Json;
using Bot.Archive.Saving;
using Bot.Briefings;
using Bot.Briefings.Inspection;
using Bot.Chat;
using Bot.Delivery.Planning;
using Bot.Intake.Holding;

namespace Bot.Intake;

/// <summary>
/// The one way in: bytes → read → date rule → save → plan → receipt. Repeatable: the same bytes again store nothing, and
/// plan what a killed attempt left unplanned.
/// </summary>
public sealed class IntakePipeline(BriefingReader reader, BriefingArchive archive, DeliveryPlanner planner, SeriesCatalogue series, DateRule dates)
{
    /// <summary>A document that has less than this in common with the one stored for its day is another document, not a revision.</summary>
    private const double LeastShared = 1.0 / 3;

    /// <summary>Largest document, in bytes.</summary>
    public int MaxBytes => reader.Limits.MaxBytes;

    /// <summary>Reads, stores and plans; with <see cref="IntakeRequest.DryRun"/> only says what would happen.</summary>
    public async Task<Receipt> TakeAsync(IntakeRequest request, CancellationToken cancellationToken)
    {
        var key = request.Series ?? series.First.Key;
        if (series.Find(key) is not { } of)
        {
            return Refuse(request, Refusal.UnknownSeries, UnknownSeries(key, series));
        }

        if (reader.TryRead(request.Bytes.Span, out var reading, request.FileName, request.Date) is var error && error != ReadError.None)
        {
            return Refuse(request, RefusalOf(error), ReasonFor(error, MaxBytes));
        }

        var briefing = reading!.Briefing;
        var receipt = new Receipt
        {
            Name = request.Name,
            Status = ReceiptStatus.Refused,
            DryRun = request.DryRun,
            Series = key,
            Date = briefing.Date,
            Title = briefing.Title,
            Counts = ReceiptCounts.Of(briefing),
            Warnings = briefing.Warnings,
            Unplaced = Understanding.Of(reading).Unplaced,
        };
        return (request.Date ?? briefing.Date) is { } date
            ? await StoreAsync(request, receipt with { Date = date }, of, new(key, date, request.Edition ?? briefing.Edition), reading, cancellationToken)
            : receipt with { Refusal = Refusal.NoDate, Reason = NoDate };
    }

    /// <summary>The receipt of a document that nobody read to its end.</summary>
    public Receipt TooLarge(string name) =>
        Refuse(new IntakeRequest(name, ReadOnlyMemory<byte>.Empty, ""), Refusal.TooLarge, ReasonFor(ReadError.TooLarge, MaxBytes));

    /// <summary>Zone of a receipt's series, for its times.</summary>
    public TimeZoneInfo ZoneOf(Receipt receipt) =>
        ((receipt.Series is { } key ? series.Find(key) : null) ?? series.First).Zone;

    /// <summary>Why bytes cannot be read at all, and what to do.</summary>
    public static LocalizedText ReasonFor(ReadError error, int maxBytes) => error switch
    {
        ReadError.Empty => new("空です。ブリーフィングの Markdown を入れてください", "it is empty: put the briefing's Markdown into it"),
        ReadError.NotUtf8 => new("UTF-8 ではありません。UTF-8 で保存し直してください", "it is not UTF-8: save it as UTF-8"),
        _ => new(
            $"大きすぎます（上限 {maxBytes / 1024} KiB）。1日分だけにしてください",
            $"it is too large (limit {maxBytes / 1024} KiB): send one day's briefing only"),
    };

    public static LocalizedText UnknownSeries(string key, SeriesCatalogue series)
    {
        var keys = string.Join(", ", series.All.Select(known => known.Key));
        return new(
            $"シリーズ「{key}」はありません（あるもの: {keys}）。設定の Series に足せます",
            $"there is no series \"{key}\" (there are: {keys}); it can be added under Series in the configuration");
    }

    private static LocalizedText NoDate { get; } = new(
        "いつのブリーフィングか分かりません。題名に日付を入れてください（例 # 今日の動向 2026年1月6日：見出し）",
        "it does not say what day it is about: put the date into the title (for example # Briefing 2026-01-06: headline)");

    private async Task<Receipt> StoreAsync(
        IntakeRequest request, Receipt receipt, Series of, BriefingKey key, BriefingReading reading, CancellationToken cancellationToken)
    {
        var isSample = request.Origin == Origins.Sample;
        var days = isSample || request.Deliver is not null ? 0 : dates.DaysTooOld(of, key.Date);
        var deliver = request.Deliver ?? days == 0;
        var held = isSample ? null : await HoldAsync(request, of, key, reading, cancellationToken);
        var save = new SaveRequest
        {
            Series = of.Key,
            Date = key.Date,
            Edition = held?.Key.Edition ?? key.Edition,
            Reading = reading,
            ReadBy = reader.Stamp,
            Origin = request.Origin,
            IsSample = isSample,
            IsHeld = held is not null,
            Deliver = deliver,
        };
        key = key with { Edition = save.Edition };
        var saved = request.DryRun ? await archive.PreviewAsync(save, cancellationToken) : await archive.SaveAsync(save, cancellationToken);
        var released = saved.IsHeld && held is null && (!deliver || saved.Status == SaveStatus.Revised);
        if (released)
        {
            // It was held when it came; what has come now, or the way it has come, nothing holds.
            saved = saved with { IsHeld = false };
            _ = request.DryRun ? default : await archive.ConfirmAsync(key, deliver, CancellationToken.None);
        }

        if (!request.DryRun && !isSample && !saved.IsHeld)
        {
            await archive.HideSamplesAsync(of.Key, cancellationToken);
        }

        var isDelivered = !saved.IsHeld && deliver;
        // Not cancelled with the request: what is stored is planned.
        var planned = isDelivered && !request.DryRun ? await planner.PlanAsync(key, CancellationToken.None) : null;
        var deliveries = isDelivered && planned is not { Status: PlanStatus.Held }
            ? await planner.PreviewAsync(key, reading.Briefing.Sections.Select(section => section.Kind), reading.Source, CancellationToken.None)
            : [];
        if ((planned?.Posts ?? deliveries.Select(delivery => delivery.Posts).DefaultIfEmpty(0).Max()) is var posts && posts > planner.MostPosts
            && (request.DryRun || planned?.Status == PlanStatus.Held))
        {
            return receipt with
            {
                Edition = key.Edition,
                Status = ReceiptStatus.Held,
                Revision = saved.Revision,
                Reason = IntakeTexts.Both("Held.TooManyPosts", key.Arguments, posts, planner.MostPosts),
                Changes = [.. saved.Changes.Select(ChangeOf)],
            };
        }

        return receipt with
        {
            Edition = key.Edition,
            Status = StatusOf(saved),
            Revision = saved.Revision,
            Reason = saved.IsHeld ? held?.Reason ?? IntakeTexts.Both("Held.Still", key.Arguments) : null,
            Note = released ? IntakeTexts.Both("Released") : days > 0 && !saved.IsHeld ? OldDay(request, of, days) : null,
            Changes = [.. saved.Changes.Select(ChangeOf)],
            Corrections = saved.Status == SaveStatus.Revised ? await CorrectionsAsync(key, reading, request.DryRun ? null : saved.Revision - 1, cancellationToken) : [],
            Deliveries = ReceiptDelivery.Of(deliveries),
            Undelivered = !deliver,
        };
    }

    /// <summary>Why the document must wait for a person's word, and the key under which it waits; null when it need not.</summary>
    private async Task<(BriefingKey Key, LocalizedText Reason)?> HoldAsync(
        IntakeRequest request, Series of, BriefingKey key, BriefingReading reading, CancellationToken cancellationToken)
    {
        if (key.Edition.Length == 0 && await archive.SharedAsync(key, reading.Briefing, cancellationToken) is { } shared and < LeastShared)
        {
            var waiting = key with { Edition = await FreeEditionAsync(key, reading, cancellationToken) };
            return (waiting, IntakeTexts.Both("Held.OtherDocument", waiting.Arguments, key, (int)(shared * 100)));
        }

        return (DocumentRule.Judge(reading, key) ?? dates.Judge(of, key, isBackfill: request.Deliver == false) ?? GateRule.Judge(of, reading, key)) is { } reason
            ? (key, reason)
            : null;
    }

    /// <summary>A name under which another document of the day waits: the one that it waits under already, else the next number.</summary>
    private async Task<string> FreeEditionAsync(BriefingKey key, BriefingReading reading, CancellationToken cancellationToken)
    {
        for (var number = 2; ; number++)
        {
            var candidate = key with { Edition = number.ToString(CultureInfo.InvariantCulture) };
            if (await archive.SharedAsync(candidate, reading.Briefing, cancellationToken) is null or >= LeastShared)
            {
                return candidate.Edition;
            }
        }
    }

    private LocalizedText OldDay(IntakeRequest request, Series of, int days)
    {
        var today = series.TodayOf(of).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return request.Origin == Origins.CommandLine ? IntakeTexts.Both("OldDay", today, days, request.Name) : IntakeTexts.Both("OldDay.Api", today, days);
    }

    /// <param name="revision">The one before; null: the newest that is stored.</param>
    private async Task<IReadOnlyList<LocalizedText>> CorrectionsAsync(
        BriefingKey key, BriefingReading reading, int? revision, CancellationToken cancellationToken) =>
        await archive.LoadAsync(key, revision, cancellationToken) is { } before
            ? ToldCorrections.Between(reader.Read(before.Markdown), reading)
            : [];

    private static ReceiptStatus StatusOf(SaveResult saved) => saved switch
    {
        { IsHeld: true } => ReceiptStatus.Held,
        { Status: SaveStatus.Created } => ReceiptStatus.New,
        { Status: SaveStatus.Revised } => ReceiptStatus.Revised,
        _ => ReceiptStatus.Same,
    };

    private static ReceiptChange ChangeOf(ItemChange change) => new(
        change.Type switch
        {
            ChangeType.Added => ChangeKind.Added,
            ChangeType.Removed => ChangeKind.Removed,
            _ => ChangeKind.Changed,
        },
        JsonNamingPolicy.KebabCaseLower.ConvertName(change.Kind.ToString()),
        change.Headline);

    private static Refusal RefusalOf(ReadError error) => error switch
    {
        ReadError.Empty => Refusal.Empty,
        ReadError.NotUtf8 => Refusal.NotUtf8,
        _ => Refusal.TooLarge,
    };

    private static Receipt Refuse(IntakeRequest request, Refusal refusal, LocalizedText reason) => new()
    {
        Name = request.Name,
        Status = ReceiptStatus.Refused,
        DryRun = request.DryRun,
        Refusal = refusal,
        Reason = reason,
    };
}

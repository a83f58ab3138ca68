using System.Text.Json;
using Bot.Archive.Saving;
using Bot.Briefings.Reading;
using Bot.Chat;

namespace Bot.Intake;

/// <summary>
/// The one way in: bytes → read → date rule → save → plan → receipt. Repeatable: the same bytes again store nothing, and
/// plan what a killed attempt left unplanned.
/// </summary>
public sealed class IntakePipeline(BriefingReader reader, BriefingArchive archive, DeliveryPlans plans, SeriesCatalogue series, DateRule dates)
{
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

        if (reader.TryRead(request.Bytes.Span, out var reading) is var error && error != ReadError.None)
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
            Undelivered = !request.Deliver,
        };
        return briefing.Date is { } date
            ? await StoreAsync(request, receipt, of, date, reading, cancellationToken)
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
        IntakeRequest request, Receipt receipt, Series of, DateOnly date, BriefingReading reading, CancellationToken cancellationToken)
    {
        var isSample = request.Origin == Origins.Sample;
        var far = isSample ? null : dates.Judge(of, date, isBackfill: !request.Deliver);
        var save = new SaveRequest
        {
            Series = of.Key,
            Date = date,
            Reading = reading,
            Origin = request.Origin,
            IsSample = isSample,
            IsHeld = far is not null,
            Deliver = request.Deliver,
        };
        var saved = request.DryRun ? await archive.PreviewAsync(save, cancellationToken) : await archive.SaveAsync(save, cancellationToken);
        if (saved.IsHeld && far is null && !request.Deliver)
        {
            // It was held when it came to be delivered; as an old day to fill in, nothing holds it.
            saved = saved with { IsHeld = false };
            _ = request.DryRun ? default : await archive.ConfirmAsync(of.Key, date, deliver: false, CancellationToken.None);
        }

        if (!request.DryRun && !isSample && !saved.IsHeld)
        {
            await archive.HideSamplesAsync(of.Key, cancellationToken);
        }

        var deliveries = saved.IsHeld || !request.Deliver ? []
            : request.DryRun ? await plans.PreviewAsync(of.Key, date, reading.Briefing, cancellationToken)
            // Not cancelled with the request: what is stored is planned.
            : await plans.PlanAsync(of.Key, date, reading.Briefing, CancellationToken.None);
        return receipt with
        {
            Status = StatusOf(saved),
            Revision = saved.Revision,
            Reason = saved.IsHeld ? far ?? StillHeld(of, date) : null,
            Changes = [.. saved.Changes.Select(ChangeOf)],
            Deliveries = deliveries,
        };
    }

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

    /// <summary>A briefing that was held when it came stays held, even when its day has come nearer.</summary>
    private static LocalizedText StillHeld(Series of, DateOnly date) => new(
        $"保留されたままです。confirm {of.Key} {date:yyyy-MM-dd} で公開します",
        $"it is still held: release it with confirm {of.Key} {date:yyyy-MM-dd}");

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

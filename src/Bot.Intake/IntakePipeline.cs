using System.Diagnostics;
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
/// The one way in: bytes → read → date rule → save → plan → receipt. Repeatable: the same bytes again store nothing, and plan what a
/// killed attempt left unplanned.
/// </summary>
public sealed class IntakePipeline(
    BriefingReader reader,
    BriefingArchive archive,
    DeliveryPlanner planner,
    SeriesCatalogue series,
    DateRule dates,
    EditionRule editions
)
{
    private static readonly ActivitySource Traces = new("Bot.Intake");

    /// <summary>Largest document, in bytes.</summary>
    public int MaxBytes => reader.Limits.MaxBytes;

    /// <summary>Reads, stores and plans; with <see cref="IntakeRequest.DryRun"/> only reports what would happen.</summary>
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
            Sections =
            [
                .. briefing.Sections.Select(section => new ReceiptSection(section.Heading, section.Position.Line, section.ItemCount)),
            ],
            Warnings = briefing.Warnings,
            Unplaced = Understanding.Of(reading).Unplaced,
        };
        return (request.Date ?? briefing.Date) is { } date
            ? await StoreAsync(
                request,
                receipt with
                {
                    Date = date,
                },
                of,
                new(key, date, request.Edition ?? briefing.Edition),
                reading,
                cancellationToken
            )
            : receipt with
            {
                Refusal = Refusal.NoDate,
                Reason = NoDate,
            };
    }

    /// <summary>The receipt for a document too large to be read completely.</summary>
    public Receipt TooLarge(string name) =>
        Refuse(new IntakeRequest(name, ReadOnlyMemory<byte>.Empty, ""), Refusal.TooLarge, ReasonFor(ReadError.TooLarge, MaxBytes));

    /// <summary>Zone of a receipt's series, for its times.</summary>
    public TimeZoneInfo ZoneOf(Receipt receipt) => ((receipt.Series is { } key ? series.Find(key) : null) ?? series.First).Zone;

    /// <summary>Why the bytes cannot be read at all, and what to do.</summary>
    public static LocalizedText ReasonFor(ReadError error, int maxBytes) =>
        error switch
        {
            ReadError.Empty => IntakeTexts.Both("IntakePipeline.IsEmpty"),
            ReadError.NotUtf8 => IntakeTexts.Both("IntakePipeline.IsNotUTF"),
            _ => IntakeTexts.Both("IntakePipeline.IsTooLargeLimitKiB", maxBytes / 1024),
        };

    public static LocalizedText UnknownSeries(string key, SeriesCatalogue series)
    {
        var keys = string.Join(", ", series.All.Select(known => known.Key));
        return IntakeTexts.Both("IntakePipeline.NoSeriesThereAre", key, keys);
    }

    private static LocalizedText NoDate { get; } = IntakeTexts.Both("IntakePipeline.DoesNotSayWhatDay");

    private async Task<Receipt> StoreAsync(
        IntakeRequest request,
        Receipt receipt,
        Series of,
        BriefingKey key,
        BriefingReading reading,
        CancellationToken cancellationToken
    )
    {
        using var tracing = BriefingTrace.Start(Traces, "intake", key);
        tracing?.SetTag("bot.origin", request.Origin);
        var isSample = request.Origin == Origins.Sample;
        var days = isSample || request.Deliver is not null ? 0 : dates.DaysTooOld(of, key.Date);
        var deliver = request.Deliver ?? days == 0;
        (key, var held) = isSample ? (key, null) : await JudgeAsync(request, of, key, reading, cancellationToken);
        receipt = receipt with { Edition = key.Edition };
        var save = new SaveRequest
        {
            Series = of.Key,
            Date = key.Date,
            Edition = key.Edition,
            Reading = reading,
            ReadBy = reader.Stamp,
            Origin = request.Origin,
            IsSample = isSample,
            IsHeld = held is not null,
            HeldFor = held?.Reason,
            Deliver = deliver,
        };
        var saved = request.DryRun ? await archive.PreviewAsync(save, cancellationToken) : await archive.SaveAsync(save, cancellationToken);
        var released = saved.IsHeld && held is null && (!deliver || saved.Status == SaveStatus.Revised);
        if (released)
        {
            // It was held when it first arrived, but nothing holds it now, or the way it arrived this time.
            saved = saved with
            {
                IsHeld = false,
            };
            _ = request.DryRun ? default : await archive.ConfirmAsync(key, deliver, CancellationToken.None);
        }

        if (!request.DryRun && !isSample && !saved.IsHeld)
        {
            await archive.HideSamplesAsync(of.Key, cancellationToken);
        }

        var isDelivered = !saved.IsHeld && deliver;
        // Not cancelled with the request: what is stored must be planned.
        var planned =
            !isDelivered || request.DryRun ? null
            : request.Deliver == true ? await planner.PlanAskedAsync(key, CancellationToken.None)
            : await planner.PlanAsync(key, CancellationToken.None);
        var deliveries =
            isDelivered && planned is not { Status: PlanStatus.Held }
                ? await planner.PreviewAsync(
                    key,
                    reading.Briefing.Sections.Select(section => section.Kind),
                    reading.Source,
                    isWanted: request.Deliver == true,
                    CancellationToken.None
                )
                : [];
        if (
            (planned?.Posts ?? deliveries.Select(delivery => delivery.Posts).DefaultIfEmpty(0).Max()) is var posts
            && posts > planner.MostPosts
            && (request.DryRun || planned?.Status == PlanStatus.Held)
        )
        {
            return receipt with
            {
                Status = ReceiptStatus.Held,
                Revision = saved.Revision,
                Reason = IntakeTexts.Both("Held.TooManyPosts", key.Arguments, posts, planner.MostPosts),
                Changes = [.. saved.Changes.Select(ChangeOf)],
            };
        }

        return receipt with
        {
            Status = StatusOf(saved),
            Revision = saved.Revision,
            Reason = saved.IsHeld ? held?.Text ?? IntakeTexts.Both("Held.Still", key.Arguments) : null,
            Notes = [.. Notes(request, of, key, saved, released, days, deliveries)],
            Changes = [.. saved.Changes.Select(ChangeOf)],
            Corrections =
                saved.Status == SaveStatus.Revised
                    ? await CorrectionsAsync(key, reading, request.DryRun ? null : saved.Revision - 1, cancellationToken)
                    : [],
            Deliveries = ReceiptDelivery.Of(deliveries),
            Posts =
                request.DryRun && isDelivered && saved.Status == SaveStatus.Revised
                    ? [.. (await planner.PreviewChangesAsync(key, reading.Source, cancellationToken)).Select(ReceiptPost.Of)]
                    : [],
            Undelivered = !deliver,
        };
    }

    /// <summary>The key under which the document is stored, and why it must wait for a person's decision; null if it need not.</summary>
    private async Task<(BriefingKey Key, Hold? Hold)> JudgeAsync(
        IntakeRequest request,
        Series of,
        BriefingKey key,
        BriefingReading reading,
        CancellationToken cancellationToken
    )
    {
        var place = await editions.PlaceAsync(key, reading, cancellationToken);
        if (place.Other is { } other)
        {
            var beside = place.Beside();
            return (
                beside,
                new(HoldReason.OtherDocument, IntakeTexts.Both("Held.OtherDocument", beside.Arguments, key, Percent(other.Shared ?? 0)))
            );
        }

        var isReleased = place.Stored is { IsHeld: false };
        if (isReleased && place.Stored is { IsSame: true })
        {
            return (place.Key, null);
        }

        var waiting = isReleased ? place.Beside() : place.Key;
        if ((DocumentRule.Judge(reading, waiting) ?? GateRule.Judge(of, reading, waiting)) is { } hold)
        {
            // The day's existing briefing stays as it is: the document waits beside it.
            return (
                waiting,
                isReleased ? hold with { Text = Joined(hold.Text, IntakeTexts.Both("Held.Beside", place.Key, waiting.Arguments)) } : hold
            );
        }

        return (place.Key, isReleased ? null : dates.Judge(of, place.Key, isBackfill: request.Deliver == false));
    }

    private IEnumerable<LocalizedText> Notes(
        IntakeRequest request,
        Series of,
        BriefingKey key,
        SaveResult saved,
        bool released,
        int days,
        IReadOnlyList<PlannedDelivery> deliveries
    )
    {
        if (released)
        {
            yield return IntakeTexts.Both("Released");
        }

        if (days > 0 && !saved.IsHeld)
        {
            yield return OldDay(request, of, days);
        }

        if (deliveries.Count > 0 && series.TodayOf(of) < key.Date)
        {
            yield return IntakeTexts.Both("WaitsForItsDay", key.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private LocalizedText OldDay(IntakeRequest request, Series of, int days)
    {
        var today = series.TodayOf(of).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return request switch
        {
            { DeliverCommand: { } command } => IntakeTexts.Both("OldDay", today, days, command),
            { Origin: Origins.Feed } => IntakeTexts.Both("OldDay.Feed", today, days),
            _ => IntakeTexts.Both("OldDay.Api", today, days),
        };
    }

    private static LocalizedText Joined(LocalizedText one, LocalizedText other) =>
        new(
            IntakeTexts.Both("Sentences", one.Japanese, other.Japanese).Japanese,
            IntakeTexts.Both("Sentences", one.English, other.English).English
        );

    /// <summary>Rounded down.</summary>
    private static int Percent(double share) => (int)(share * 100);

    /// <param name="revision">The previous one; null: the newest stored.</param>
    private async Task<IReadOnlyList<LocalizedText>> CorrectionsAsync(
        BriefingKey key,
        BriefingReading reading,
        int? revision,
        CancellationToken cancellationToken
    ) =>
        await archive.LoadAsync(key, revision, cancellationToken) is { } before
            ? ToldCorrections.Between(reader.Read(before.Markdown, day: key.Date), reading)
            : [];

    private static ReceiptStatus StatusOf(SaveResult saved) =>
        saved switch
        {
            { IsHeld: true } => ReceiptStatus.Held,
            { Status: SaveStatus.Created } => ReceiptStatus.New,
            { Status: SaveStatus.Revised } => ReceiptStatus.Revised,
            _ => ReceiptStatus.Same,
        };

    private static ReceiptChange ChangeOf(ItemChange change) =>
        new(
            change.Type switch
            {
                ChangeType.Added => ChangeKind.Added,
                ChangeType.Removed => ChangeKind.Removed,
                _ => ChangeKind.Changed,
            },
            JsonNamingPolicy.KebabCaseLower.ConvertName(change.Kind.ToString()),
            change.Headline
        );

    private static Refusal RefusalOf(ReadError error) =>
        error switch
        {
            ReadError.Empty => Refusal.Empty,
            ReadError.NotUtf8 => Refusal.NotUtf8,
            _ => Refusal.TooLarge,
        };

    private static Receipt Refuse(IntakeRequest request, Refusal refusal, LocalizedText reason) =>
        new()
        {
            Name = request.Name,
            Status = ReceiptStatus.Refused,
            DryRun = request.DryRun,
            Refusal = refusal,
            Reason = reason,
        };
}

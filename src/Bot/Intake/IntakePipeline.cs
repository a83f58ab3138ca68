using System.Globalization;
using Bot.Archive.Saving;
using Bot.Briefings.Reading;
using Bot.Chat;
using Bot.Configuration;
using Bot.Delivery.Planning;

namespace Bot.Intake;

/// <summary>The one way in: bytes → read → date rule → save → plan → receipt. Repeatable: the same bytes again change nothing.</summary>
public sealed class IntakePipeline(
    BriefingReader reader, BriefingArchive archive, DeliveryPlanner planner, SeriesCatalogue series, DateRule dates)
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
            return Refuse(request, error);
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
    public Receipt TooLarge(string name) => Refuse(new IntakeRequest(name, ReadOnlyMemory<byte>.Empty, ""), ReadError.TooLarge);

    /// <summary>Zone of a receipt's series, for its times.</summary>
    public TimeZoneInfo ZoneOf(Receipt receipt) =>
        SeriesCatalogue.ZoneOf((receipt.Series is { } key ? series.Find(key) : null) ?? series.First);
}

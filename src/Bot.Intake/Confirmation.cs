using Bot.Archive.Saving;
using Bot.Briefings.Reading;

namespace Bot.Intake;

/// <param name="Status">What the archive did.</param>
/// <param name="Deliveries">Planned now; empty unless it was confirmed.</param>
public sealed record ConfirmationResult(ConfirmStatus Status, IReadOnlyList<ReceiptDelivery> Deliveries);

/// <summary>Releases a held briefing and plans its deliveries.</summary>
public sealed class Confirmation(BriefingArchive archive, BriefingReader reader, DeliveryPlans plans)
{
    public async Task<ConfirmationResult> ConfirmAsync(string series, DateOnly date, bool deliver, CancellationToken cancellationToken)
    {
        var status = await archive.ConfirmAsync(series, date, deliver, cancellationToken);
        if (status != ConfirmStatus.Confirmed)
        {
            return new(status, []);
        }

        // Not cancelled: what is released is planned.
        var document = await archive.LoadAsync(series, date, revision: null, CancellationToken.None);
        if (!document!.Briefing.IsSample)
        {
            await archive.HideSamplesAsync(series, CancellationToken.None);
        }

        if (!deliver)
        {
            return new(status, []);
        }

        return new(status, await plans.PlanAsync(series, date, reader.Read(document.Markdown).Briefing, CancellationToken.None));
    }
}

using Bot.Archive.Saving;

namespace Bot.Intake;

/// <param name="Status">What the archive did.</param>
/// <param name="Deliveries">Planned now; empty unless it was confirmed.</param>
public sealed record ConfirmationResult(ConfirmStatus Status, IReadOnlyList<ReceiptDelivery> Deliveries);

/// <summary>Releases a held briefing and plans its deliveries.</summary>
public sealed class Confirmation(BriefingArchive archive, DeliveryPlans plans)
{
    public async Task<ConfirmationResult> ConfirmAsync(string series, DateOnly date, bool deliver, CancellationToken cancellationToken)
    {
        var status = await archive.ConfirmAsync(series, date, cancellationToken);
        return status == ConfirmStatus.Confirmed && deliver
            ? new(status, await plans.PlanAsync(series, date, cancellationToken))
            : new(status, []);
    }
}

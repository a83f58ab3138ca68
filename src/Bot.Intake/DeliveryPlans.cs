using Bot.Briefings.Model;
using Bot.Delivery.Planning;

namespace Bot.Intake;

/// <summary>Plans the deliveries of a stored briefing and says for the receipt who gets it, and when.</summary>
public sealed class DeliveryPlans(DeliveryPlanner planner)
{
    /// <summary>Which subscriptions would get a briefing. Writes nothing.</summary>
    public async Task<IReadOnlyList<ReceiptDelivery>> PreviewAsync(string series, DateOnly date, Briefing briefing, CancellationToken cancellationToken)
    {
        var planned = await planner.PreviewAsync(series, date, [.. briefing.Sections.Select(section => section.Kind)], cancellationToken);
        return [.. planned.Select(delivery => new ReceiptDelivery($"{delivery.Platform}:{delivery.Workspace}/{delivery.Channel}", delivery.DueAt, delivery.Sections))];
    }

    /// <summary>Plans what is not planned yet. Returns all deliveries of the briefing.</summary>
    public async Task<IReadOnlyList<ReceiptDelivery>> PlanAsync(string series, DateOnly date, Briefing briefing, CancellationToken cancellationToken)
    {
        await planner.PlanAsync(series, date, cancellationToken);
        return await PreviewAsync(series, date, briefing, cancellationToken);
    }
}

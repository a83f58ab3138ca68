using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Delivery.Planning;

namespace Bot.Intake;

/// <summary>Plans the deliveries of a stored briefing and says for the receipt who gets it, and when.</summary>
public sealed class DeliveryPlans(DeliveryPlanner planner)
{
    /// <summary>Which subscriptions would get a briefing. Writes nothing.</summary>
    public async Task<IReadOnlyList<ReceiptDelivery>> PreviewAsync(BriefingKey key, Briefing briefing, CancellationToken cancellationToken)
    {
        var planned = await planner.PreviewAsync(key, [.. briefing.Sections.Select(section => section.Kind)], cancellationToken);
        return [.. planned.Select(delivery => new ReceiptDelivery($"{delivery.Platform}:{delivery.Workspace}/{delivery.Channel}", delivery.DueAt, delivery.Sections))];
    }

    /// <summary>Plans what is not planned yet. Returns all deliveries of the briefing.</summary>
    public async Task<IReadOnlyList<ReceiptDelivery>> PlanAsync(BriefingKey key, Briefing briefing, CancellationToken cancellationToken)
    {
        await planner.PlanAsync(key, cancellationToken);
        return await PreviewAsync(key, briefing, cancellationToken);
    }
}

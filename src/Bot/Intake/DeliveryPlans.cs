namespace Bot.Intake;

/// <summary>Plans the deliveries of a stored briefing and says for the receipt what was planned.</summary>
public sealed class DeliveryPlans
{
    /// <summary>Which subscriptions would get a briefing of the series, and when. Writes nothing.</summary>
    public Task<IReadOnlyList<ReceiptDelivery>> PreviewAsync(string series, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ReceiptDelivery>>([]);

    /// <summary>Plans what is not planned yet. Returns all deliveries of the briefing.</summary>
    public Task<IReadOnlyList<ReceiptDelivery>> PlanAsync(string series, DateOnly date, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ReceiptDelivery>>([]);
}

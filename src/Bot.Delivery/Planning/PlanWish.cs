namespace Bot.Delivery.Planning;

/// <summary>What a person wants of a briefing that is planned.</summary>
internal enum PlanWish
{
    /// <summary>Nobody has said anything.</summary>
    None,

    /// <summary>It is to be delivered, however late.</summary>
    Asked,

    /// <summary>It is released, however late and however long.</summary>
    Confirmed,
}

namespace Bot.Briefings.Funding;

/// <summary>What a financing verb says about its subject.</summary>
internal enum FinancingKind
{
    /// <summary>The subject receives: 調達, raises.</summary>
    Raise,

    /// <summary>The subject receives if the object is money or funds: を獲得.</summary>
    RaiseObject,

    /// <summary>The subject gives to somebody: 出資, invests.</summary>
    Give,

    /// <summary>The subject gives if an amount is the object: 2億ドルを主導.</summary>
    Lead,

    /// <summary>The subject buys somebody: 買収, acquires.</summary>
    Buy,

    /// <summary>The subject is bought: acquired by.</summary>
    Sold,

    /// <summary>The subject goes public.</summary>
    List,

    /// <summary>Two become one: 合併.</summary>
    Merge,
}

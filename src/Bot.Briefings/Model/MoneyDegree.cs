namespace Bot.Briefings.Model;

/// <summary>How an inexact amount relates to the written number.</summary>
public enum MoneyDegree
{
    /// <summary>最大, up to.</summary>
    UpTo,

    /// <summary>超, 突破, over.</summary>
    Over,

    /// <summary>以上, at least.</summary>
    AtLeast,

    /// <summary>約, 規模, about.</summary>
    About,
}

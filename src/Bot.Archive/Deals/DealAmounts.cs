namespace Bot.Archive.Deals;

/// <summary>Whether two stated amounts can be the same sum.</summary>
public static class DealAmounts
{
    /// <summary>How far rounding and a day's exchange of words move a figure, as a fraction of the larger one.</summary>
    public const double Rounding = 0.05;

    /// <summary>Whether two ranges overlap or lie within rounding of each other. Of one currency: nothing is converted.</summary>
    public static bool Agree(double from, double to, double otherFrom, double otherTo) =>
        Math.Max(from, otherFrom) - Math.Min(to, otherTo) <= Rounding * Math.Max(to, otherTo);
}

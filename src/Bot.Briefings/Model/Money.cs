namespace Bot.Briefings.Model;

/// <summary>An amount of money in full units: 200億ドル is 20000000000.</summary>
/// <param name="Value">Null for a range.</param>
/// <param name="Min">Lower end of a range, else null.</param>
/// <param name="Max">Upper end of a range, else null.</param>
/// <param name="Currency">ISO 4217; a bare $ or ドル is USD.</param>
/// <param name="Approximate">The text says 約, 超, over, up to or the like.</param>
/// <param name="Raw">As written.</param>
public sealed record Money(decimal? Value, decimal? Min, decimal? Max, string Currency, bool Approximate, string Raw)
{
    /// <summary>In what way the amount is inexact; null if the text does not say (a range, or an exact amount).</summary>
    public MoneyDegree? Degree { get; init; }
}

namespace Bot.Briefings.Funding;

/// <summary>A number with its units and currency: the whole amount, or one end of a range.</summary>
/// <param name="Number">As written before its first unit: 1.2 in $1.2b, 1 in 1兆2000億.</param>
/// <param name="Unit">The first unit; 0 if none is written.</param>
/// <param name="Total">In full units.</param>
/// <param name="Currency">ISO 4217, or null if none is written.</param>
internal readonly record struct MoneyTerm(decimal Number, decimal Unit, decimal Total, string? Currency);

using Bot.Briefings.Model;

namespace Bot.Briefings.Funding;

/// <summary>What the header of an amount column says.</summary>
/// <param name="Slots">Amount and valuation in the header's order.</param>
internal readonly record struct AmountHeader(IReadOnlyList<FieldRole> Slots, MoneyDefaults Defaults)
{
    public static readonly AmountHeader Amount = new([FieldRole.Amount], default);

    public bool NamesValuation => Slots.Contains(FieldRole.Valuation);
}

/// <summary>A cell that states an amount, perhaps with valuation and stage.</summary>
internal sealed record AmountCell(Money? Amount, Money? Valuation, bool Undisclosed, string? Stage, bool IsUnparsed);

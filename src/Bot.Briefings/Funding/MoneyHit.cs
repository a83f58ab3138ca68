using Bot.Briefings.Model;

namespace Bot.Briefings.Funding;

/// <summary>An amount found in a text.</summary>
/// <param name="Start">Where the number or its currency begins; approximations before it are left of it.</param>
internal readonly record struct MoneyHit(int Start, int End, decimal? Value, decimal? Min, decimal? Max, string Currency, bool Approximate)
{
    public Money ToMoney(string raw) => new(Value, Min, Max, Currency, Approximate, raw);
}

/// <summary>What a header says about the numbers below it (調達額（百万ドル）, Raised ($M)).</summary>
internal readonly record struct MoneyDefaults(decimal Unit, string? Currency);

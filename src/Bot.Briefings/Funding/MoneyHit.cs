using Bot.Briefings.Model;

namespace Bot.Briefings.Funding;

/// <summary>An amount found in a text.</summary>
/// <param name="Start">Where the amount starts, including preceding words such as 約.</param>
internal readonly record struct MoneyHit(
    int Start,
    int End,
    decimal? Value,
    decimal? Min,
    decimal? Max,
    string Currency,
    bool Approximate,
    MoneyDegree? Degree
)
{
    public Money ToMoney(string raw) => new(Value, Min, Max, Currency, Approximate, raw) { Degree = Degree };
}

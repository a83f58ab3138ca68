using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Briefings.Funding;
using Bot.Briefings.Text;

namespace Bot.Briefings.Filters;

/// <summary>
/// Amounts in filters: <c>$100M</c>, <c>100M$</c>, 100億円 with or without a word for the bound. Canonically <c>$100M</c> for dollars, else
/// <c>10BJPY</c>. A number with a unit and no currency is in dollars.
/// </summary>
internal sealed partial class FilterAmounts(FundingTerms terms, FilterWords words)
{
    private const string Dollars = "USD";

    private const string Symbols = "$€£¥₩₹";

    /// <summary>In UTF-16 code units.</summary>
    private const int LongestFigure = 40;

    private static readonly (string Letter, decimal Factor)[] Units = [("T", 1e12m), ("B", 1e9m), ("M", 1e6m), ("K", 1e3m), ("", 1m)];

    /// <summary>The condition that a sign and a text state; null if the text is no exact amount.</summary>
    public Filter? Read(FilterBound bound, string text)
    {
        var bare = text.Trim();
        if (
            bound == FilterBound.Equal
            && words.Bounds.FirstOrDefault(one => bare.EndsWith(one.Word, StringComparison.Ordinal)) is { Word: { } word } found
        )
        {
            (bound, bare) = (found.Bound, bare[..^word.Length].Trim());
        }

        if (Canonical(bare) is var (value, currency))
        {
            return value > 0 ? new Filter.Amount(bound, value, currency) : null;
        }

        if (bare.Length > 1 && Symbols.Contains(bare[^1], StringComparison.Ordinal))
        {
            bare = bare[^1] + bare[..^1].Trim();
        }

        return terms.Amount(bare, Dollars) switch
        {
            { Approximate: false, Value: > 0 and { } exact } money => new Filter.Amount(bound, exact, money.Currency),
            { Approximate: false, Min: > 0 and { } from, Max: { } to } money when bound == FilterBound.Equal && to > from => Filter.AllOf([
                new Filter.Amount(FilterBound.AtLeast, from, money.Currency),
                new Filter.Amount(FilterBound.AtMost, to, money.Currency),
            ]),
            _ => null,
        };
    }

    /// <summary>The amount that was probably meant by a text with a mistyped unit or currency; null if none is near.</summary>
    public string? Meant(FilterBound bound, string text)
    {
        var bare = text.Trim();
        return words
            .AmountEndings.SelectMany(ending =>
                Enumerable
                    .Range(Math.Max(1, ending.Length - 2), 5)
                    .Where(length => length < bare.Length && bare.Length - length < LongestFigure)
                    .Select(length =>
                        (
                            Figure: bare[..^length],
                            Ending: ending,
                            Distance: Misspelling.Distance(Folding.Fold(bare[^length..]).Trim(), ending)
                        )
                    )
            )
            .Where(one => one.Distance > 0)
            .OrderBy(one => one.Distance)
            .ThenByDescending(one => one.Ending.Length)
            .Select(one => one.Figure + one.Ending)
            .FirstOrDefault(amount => Read(bound, amount) is not null);
    }

    /// <summary>The canonical form.</summary>
    public static string Print(decimal value, string currency)
    {
        var (letter, factor) = Array.Find(
            Units,
            unit => value >= unit.Factor && decimal.Round(value / unit.Factor, 3) * unit.Factor == value
        );
        var figure =
            (letter is null ? value : value / factor).ToString("0.############################", CultureInfo.InvariantCulture) + letter;
        return currency == Dollars ? "$" + figure : figure + currency;
    }

    private (decimal Value, string Currency)? Canonical(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (isDollars, code) = (match.Groups["dollar"].Success, match.Groups["code"].Value);
        if (isDollars == code.Length > 0 || (code.Length > 0 && terms.Currency(code) != code))
        {
            return null;
        }

        var factor = Array.Find(Units, unit => unit.Letter == match.Groups["unit"].Value).Factor;
        return
            decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number < decimal.MaxValue / factor
            ? (number * factor, isDollars ? Dollars : code)
            : null;
    }

    [GeneratedRegex(
        @"^(?<dollar>\$)?(?<number>[0-9]{1,28}(\.[0-9]{1,28})?)(?<unit>[KMBT]?)(?<code>[A-Z]{3})?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}

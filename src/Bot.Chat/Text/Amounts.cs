using System.Globalization;
using System.Text;
using Bot.Briefings.Model;

namespace Bot.Chat.Text;

/// <summary>Formats amounts of money (messages.md, rule 9).</summary>
public static class Amounts
{
    private static readonly (decimal Unit, string Sign)[] Japanese =
    [
        .. new[] { 1_0000_0000_0000m, 1_0000_0000m, 1_0000m }.Zip(Texts.In(Locale.Japanese).Words("AmountUnits")),
    ];
    private static readonly (decimal Unit, string Sign)[] English =
    [
        .. new[] { 1_000_000_000_000m, 1_000_000_000m, 1_000_000m, 1_000m }.Zip(Texts.In(Locale.English).Words("AmountUnits")),
    ];

    /// <summary>An exact amount: <c>201億7660万ドル</c>, <c>$20.1766B</c>. Nothing is rounded.</summary>
    /// <param name="value">In full units, not negative.</param>
    /// <param name="currency">ISO 4217; shown as the code if it has no text of its own.</param>
    public static string Exact(decimal value, string currency, Locale locale)
    {
        var texts = Texts.In(locale);
        var number = locale == Locale.Japanese ? InMyriads(value) : InThousands(value);
        return texts.Find("Currency" + currency) is { } format
            ? string.Format(CultureInfo.InvariantCulture, format, number)
            : texts.Format("CurrencyOther", number, currency);
    }

    /// <summary>The frame's short form: <c>$20B</c>, <c>about $4M</c>, <c>$500M–$700M</c>. Null if the money has no figure.</summary>
    public static string? Short(Money money, Locale locale)
    {
        var amount = money switch
        {
            { Value: { } value } => Exact(value, money.Currency, locale),
            { Min: { } min, Max: { } max } => Exact(min, money.Currency, locale) + "–" + Exact(max, money.Currency, locale),
            _ => null,
        };
        return amount is null ? null
            : money.Degree is { } degree ? Texts.In(locale).Format($"Degree{degree}", amount)
            : money.Approximate ? Texts.In(locale).Format("DegreeAbout", amount)
            : amount;
    }

    /// <summary>
    /// How to show an amount: as written; an English frame shows its own short form and, once, a form written in Japanese
    /// (<c>$20B</c> and <c>200億ドル</c>).
    /// </summary>
    /// <param name="money">The amount, or null if the text states none.</param>
    /// <param name="written">The words of the text, shown in full.</param>
    public static (string Shown, string? Written) Split(Money? money, string written, Locale locale) =>
        locale == Locale.English && money is not null && IsEastAsian(written) && Short(money, locale) is { } amount
            ? (amount, written)
            : (written, null);

    /// <summary>Both forms, if there are two: <c>$230B, 2300億ドル</c>.</summary>
    public static string Both(Money? money, string written, Locale locale) =>
        Split(money, written, locale) is (var shown, { } second) ? $"{shown}, {second}" : written;

    /// <summary>One form only, for tight spaces: the short form instead of one written in Japanese.</summary>
    public static string ShortOrWritten(Money money, Locale locale) =>
        locale == Locale.English && IsEastAsian(money.Raw) && Short(money, locale) is { } amount ? amount : money.Raw;

    private static bool IsEastAsian(string text) => text.EnumerateRunes().Any(rune => DisplayWidth.Of(rune) == 2);

    private static string InMyriads(decimal value)
    {
        var text = new StringBuilder();
        foreach (var (unit, sign) in Japanese)
        {
            var count = decimal.Floor(value / unit);
            if (count > 0)
            {
                text.Append(Number(count)).Append(sign);
                value -= count * unit;
            }
        }

        return value > 0 || text.Length == 0 ? text.Append(Number(value)).ToString() : text.ToString();
    }

    private static string InThousands(decimal value)
    {
        foreach (var (unit, sign) in English)
        {
            if (value >= unit)
            {
                return Number(value / unit) + sign;
            }
        }

        return Number(value);
    }

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Resources;
using Bot.Chat;

namespace Bot.Delivery;

/// <summary>What alerts and the administering command say, from DeliveryTexts.resx (English) and DeliveryTexts.ja.resx. The language is asked for, never the thread's.</summary>
public sealed class DeliveryTexts
{
    private static readonly ResourceManager Resources = new("Bot.Delivery.DeliveryTexts", typeof(DeliveryTexts).Assembly);
    private static readonly DeliveryTexts Japanese = new(CultureInfo.GetCultureInfo("ja"));
    private static readonly DeliveryTexts English = new(CultureInfo.InvariantCulture);
    private readonly CultureInfo culture;

    private DeliveryTexts(CultureInfo culture) => this.culture = culture;

    public static DeliveryTexts In(Locale locale) => locale == Locale.Japanese ? Japanese : English;

    public static LocalizedText Both(string key) => new(Japanese[key], English[key]);

    /// <summary>The words of a text that holds several, those of both languages.</summary>
    public static IReadOnlyList<string> Words(string key) => [.. Japanese[key].Split(' ').Concat(English[key].Split(' ')).Distinct()];

    /// <exception cref="MissingManifestResourceException">There is no such key: a mistake in the program.</exception>
    public string this[string key] => Find(key) ?? throw new MissingManifestResourceException($"DeliveryTexts.resx has no key {key}.");

    /// <summary>Null if there is no such key.</summary>
    public string? Find(string key) => Resources.GetString(key, culture);

    public string Format(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);
}

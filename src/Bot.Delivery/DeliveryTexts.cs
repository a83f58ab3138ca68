using System.Resources;
using Bot.Chat;

namespace Bot.Delivery;

/// <summary>
/// Texts of alerts and the administering command in one language, from DeliveryTexts.resx (English) and DeliveryTexts.ja.resx.
/// </summary>
public sealed class DeliveryTexts
{
    private static readonly LocalizedResources Resources = new("Bot.Delivery.DeliveryTexts", typeof(DeliveryTexts).Assembly);
    private static readonly DeliveryTexts Japanese = new(Locale.Japanese);
    private static readonly DeliveryTexts English = new(Locale.English);
    private readonly Locale _locale;

    private DeliveryTexts(Locale locale) => _locale = locale;

    public static DeliveryTexts In(Locale locale) => locale == Locale.Japanese ? Japanese : English;

    /// <inheritdoc cref="LocalizedResources.Both"/>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) => Resources.Both(key, values);

    /// <summary>The words in a text that lists several, from both languages.</summary>
    public static IReadOnlyList<string> Words(string key) => [.. Japanese[key].Split(' ').Concat(English[key].Split(' ')).Distinct()];

    /// <exception cref="MissingManifestResourceException">There is no such key, which is a bug.</exception>
    public string this[string key] => Resources.Text(key, _locale);

    /// <summary>Null if there is no such key.</summary>
    public string? Find(string key) => Resources.Find(key, _locale);

    public string Format(string key, params ReadOnlySpan<object?> values) => Resources.Format(key, _locale, values);
}

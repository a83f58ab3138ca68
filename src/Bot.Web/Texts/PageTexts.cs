using System.Globalization;
using System.Resources;
using Bot.Chat;

namespace Bot.Web.Texts;

/// <summary>The pages' own texts, from <c>Pages.resx</c> (English) and <c>Pages.ja.resx</c>.</summary>
internal sealed class PageTexts
{
    private static readonly LocalizedResources Resources = new("Bot.Web.Texts.Pages", typeof(PageTexts).Assembly);
    private static readonly PageTexts Japanese = new(Locale.Japanese, "ja");
    private static readonly PageTexts English = new(Locale.English, "en");
    private readonly Locale _locale;

    private PageTexts(Locale locale, string culture)
    {
        _locale = locale;
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    public CultureInfo Culture { get; }

    /// <exception cref="MissingManifestResourceException">The key does not exist, which is a bug.</exception>
    public string this[string key] => Resources.Text(key, _locale);

    /// <inheritdoc cref="LocalizedResources.Both"/>
    public static LocalizedText Both(string key) => Resources.Both(key);

    public static PageTexts In(Locale locale) => locale == Locale.Japanese ? Japanese : English;

    public string Format(string key, params object[] values) => string.Format(Culture, this[key], values);
}

using System.Globalization;
using System.Resources;
using Bot.Chat;

namespace Bot.Web.Texts;

/// <summary>What the pages say themselves, from <c>Pages.resx</c> (English) and <c>Pages.ja.resx</c>.</summary>
internal sealed class PageTexts
{
    private static readonly ResourceManager Resources = new("Bot.Web.Texts.Pages", typeof(PageTexts).Assembly);

    private static readonly PageTexts Japanese = new("ja");

    private static readonly PageTexts English = new("en");

    private PageTexts(string culture) => Culture = CultureInfo.GetCultureInfo(culture);

    public CultureInfo Culture { get; }

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] => Resources.GetString(key, Culture) ?? throw new KeyNotFoundException($"No page text {key}.");

    public static PageTexts In(Locale locale) => locale == Locale.Japanese ? Japanese : English;

    public string Format(string key, params object[] values) => string.Format(Culture, this[key], values);
}

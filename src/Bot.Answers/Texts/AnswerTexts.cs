using System.Globalization;
using System.Resources;
using Bot.Chat;

namespace Bot.Answers.Texts;

/// <summary>The answers' texts in one language. The language is the call's, never the thread's.</summary>
public sealed class AnswerTexts
{
    internal static readonly ResourceManager Resources = new("Bot.Answers.Answers", typeof(AnswerTexts).Assembly);

    private readonly CultureInfo _culture;

    private AnswerTexts(Locale locale)
    {
        Locale = locale;
        _culture = CultureInfo.GetCultureInfo(locale == Locale.Japanese ? "ja" : "en");
    }

    private static AnswerTexts Japanese { get; } = new(Locale.Japanese);

    private static AnswerTexts English { get; } = new(Locale.English);

    public Locale Locale { get; }

    /// <summary>Labels and separators that posts and answers have in common.</summary>
    public Chat.Texts Shared => Chat.Texts.In(Locale);

    public static AnswerTexts In(Locale locale) => locale == Locale.Japanese ? Japanese : English;

    public static LocalizedText Both(AnswerText text) => new(Japanese[text], English[text]);

    /// <exception cref="MissingManifestResourceException">The text is in no resource file.</exception>
    public string this[AnswerText text] =>
        Resources.GetString(text.ToString(), _culture) ?? throw new MissingManifestResourceException($"{text} has no entry in Answers.resx");

    public string Of(AnswerText text, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, this[text], arguments);

    /// <summary>In the brackets of the language: （…）,  (…).</summary>
    public string Aside(string text) => Shared["ListOpen"] + text + Shared["ListClose"];

    /// <summary>The singular text for 1, else the plural one with the count as its last argument.</summary>
    public string Counted(AnswerText one, AnswerText many, int count, params object[] arguments) =>
        count == 1 ? Of(one, arguments) : Of(many, [.. arguments, count]);
}

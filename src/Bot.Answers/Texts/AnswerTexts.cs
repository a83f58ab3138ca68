using System.Resources;
using Bot.Chat;

namespace Bot.Answers.Texts;

/// <summary>The texts of answers in one language: the call's, never the thread's.</summary>
public sealed class AnswerTexts
{
    private static readonly LocalizedResources Resources = new("Bot.Answers.Answers", typeof(AnswerTexts).Assembly);

    private AnswerTexts(Locale locale) => Locale = locale;

    private static AnswerTexts Japanese { get; } = new(Locale.Japanese);

    private static AnswerTexts English { get; } = new(Locale.English);

    public Locale Locale { get; }

    /// <summary>Labels and separators shared by posts and answers.</summary>
    public Chat.Texts Shared => Chat.Texts.In(Locale);

    public static AnswerTexts In(Locale locale) => locale == Locale.Japanese ? Japanese : English;

    public static LocalizedText Both(AnswerText text) => new(Japanese[text], English[text]);

    /// <exception cref="MissingManifestResourceException">The text is not in the resource file.</exception>
    public string this[AnswerText text] => Resources.Text(text.ToString(), Locale);

    public string Of(AnswerText text, params object[] arguments) => Resources.Format(text.ToString(), Locale, arguments);

    /// <summary>The text in the language's brackets: （…）, (…).</summary>
    public string Aside(string text) => Shared["ListOpen"] + text + Shared["ListClose"];

    /// <summary>The singular text for 1, otherwise the plural, with the count as its last argument.</summary>
    public string Counted(AnswerText one, AnswerText many, int count, params object[] arguments) =>
        count == 1 ? Of(one, arguments) : Of(many, [.. arguments, count]);
}

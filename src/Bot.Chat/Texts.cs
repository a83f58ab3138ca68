using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Bot.Chat;

/// <summary>
/// What the bot itself says in posts, from Texts.resx (English) and Texts.ja.resx. The language is always that of the
/// given locale, never the thread's culture. A text with two forms has them as <c>one~many</c>.
/// </summary>
public sealed class Texts
{
    private static readonly LocalizedResources Resources = new("Bot.Chat.Texts", typeof(Texts).Assembly);
    private static readonly Texts Japanese = new(Locale.Japanese);
    private static readonly Texts English = new(Locale.English);
    private readonly ConcurrentDictionary<string, string[]> _words = new();

    private Texts(Locale locale) => Locale = locale;

    public Locale Locale { get; }

    /// <exception cref="MissingManifestResourceException">The key does not exist, which is a bug.</exception>
    public string this[string key] => Resources.Text(key, Locale);

    /// <summary>Between items of equal rank: names, facts in a small line.</summary>
    public string Separator => this["Separator"];

    /// <summary>Between a name and its value: a heading and its count, a company and its amount.</summary>
    public string NameSeparator => this["NameSeparator"];

    /// <summary>Between a label and its text.</summary>
    public string LabelSeparator => this["LabelSeparator"];

    public static Texts In(Locale locale) => locale == Locale.Japanese ? Japanese : English;

    /// <inheritdoc cref="LocalizedResources.Both"/>
    public static LocalizedText Both(string key, params ReadOnlySpan<object?> values) => Resources.Both(key, values);

    /// <summary>Null if the key does not exist.</summary>
    public string? Find(string key) => Resources.Find(key, Locale);

    public string Format(string key, params ReadOnlySpan<object?> values) => Resources.Format(key, Locale, values);

    /// <summary>The words of a text that contains several, separated by single spaces.</summary>
    public IReadOnlyList<string> Words(string key) => _words.GetOrAdd(key, name => this[name].Split(' '));

    /// <summary>Inserts a count into the singular or plural form.</summary>
    public string Count(string key, int count)
    {
        var forms = this[key].Split('~');
        return string.Format(CultureInfo.InvariantCulture, count == 1 ? forms[0] : forms[^1], count);
    }

    public string Labelled(string label, string text) => label + LabelSeparator + text;
}

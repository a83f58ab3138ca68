using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text;

namespace Bot.Chat;

/// <summary>
/// The texts of one part in both languages: <c>NAME.resx</c> is English, <c>NAME.ja.resx</c> Japanese. The language is
/// always passed explicitly, never the thread's. Values fill <c>{0}</c>, <c>{1}</c>, … culture-invariantly.
/// </summary>
/// <param name="name">The resource's full name, without its extension: <c>Bot.Slack.SlackTexts</c>.</param>
/// <param name="assembly">The assembly that contains it.</param>
public sealed class LocalizedResources(string name, Assembly assembly)
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");
    private readonly ResourceManager _resources = new(name, assembly);
    private readonly ConcurrentDictionary<(string Key, Locale Locale), string> _found = new();
    private readonly ConcurrentDictionary<(string Key, Locale Locale), CompositeFormat> _formats = new();

    /// <summary>Null if the key does not exist.</summary>
    public string? Find(string key, Locale locale) =>
        _found.TryGetValue((key, locale), out var text) ? text
        : _resources.GetString(key, locale == Locale.Japanese ? Japanese : CultureInfo.InvariantCulture) is { } read
            ? _found[(key, locale)] = read
        // Misses are not cached: the key may come from user input.
        : null;

    /// <exception cref="MissingManifestResourceException">The key does not exist, which is a bug.</exception>
    public string Text(string key, Locale locale) =>
        Find(key, locale) ?? throw new MissingManifestResourceException($"{name}.resx has no key {key}.");

    /// <inheritdoc cref="Text(string, Locale)"/>
    public string Format(string key, Locale locale, params ReadOnlySpan<object?> values) =>
        values.Length == 0
            ? Text(key, locale)
            : string.Format(
                CultureInfo.InvariantCulture,
                _formats.GetOrAdd((key, locale), asked => CompositeFormat.Parse(Text(asked.Key, asked.Locale))),
                values
            );

    /// <inheritdoc cref="Text(string, Locale)"/>
    /// <param name="values">A <see cref="LocalizedText"/> among them is filled in as the language has it.</param>
    public LocalizedText Both(string key, params ReadOnlySpan<object?> values) =>
        new(Format(key, Locale.Japanese, In(Locale.Japanese, values)), Format(key, Locale.English, In(Locale.English, values)));

    private static object?[] In(Locale locale, ReadOnlySpan<object?> values)
    {
        var spoken = values.ToArray();
        for (var at = 0; at < spoken.Length; at++)
        {
            spoken[at] = spoken[at] is LocalizedText text ? text.In(locale) : spoken[at];
        }

        return spoken;
    }
}

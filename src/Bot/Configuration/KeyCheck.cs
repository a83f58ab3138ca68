using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Bot.Chat;
using Bot.Chat.Options;
using F23.StringSimilarity;

namespace Bot.Configuration;

/// <summary>Finds unknown keys and values of the wrong type.</summary>
internal static class KeyCheck
{
    private static readonly Damerau Distance = new();

    public static IEnumerable<ConfigurationProblem> Check(IConfigurationSection section, Type type)
    {
        if (OptionShape.IsValue(type))
        {
            return CheckValue(section, Nullable.GetUnderlyingType(type) ?? type);
        }

        if (section.Value is { Length: > 0 })
        {
            return [NotOneValue(section.Path, type)];
        }

        if (OptionShape.EntryOf(type) is { } entry)
        {
            return section.GetChildren().SelectMany(child => Check(child, entry));
        }

        if (OptionShape.ElementOf(type) is { } element)
        {
            return section
                .GetChildren()
                .SelectMany(child =>
                    !int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                        ? [new ConfigurationProblem(child.Path, HostTexts.Both("KeyCheck.ThisIsList"))]
                    // null, or an object without keys: the binder makes both an element that is not there.
                    : child.Value is null && !child.GetChildren().Any()
                        ? [new ConfigurationProblem(child.Path, HostTexts.Both("KeyCheck.ThisElementIsEmpty"))]
                    : Check(child, element)
                );
        }

        var keys = OptionShape.KeysOf(type);
        return section
            .GetChildren()
            .SelectMany(child =>
                keys.FirstOrDefault(key => string.Equals(key.Name, child.Key, StringComparison.OrdinalIgnoreCase)) is { } known
                    ? Check(child, known.PropertyType)
                    : [Renamed(child, keys) ?? Unknown(child.Path, child.Key, keys.Select(key => key.Name))]
            );
    }

    /// <summary>A key of an earlier version, not a typo of the new one.</summary>
    private static ConfigurationProblem? Renamed(IConfigurationSection section, IEnumerable<PropertyInfo> keys) =>
        keys.FirstOrDefault(key =>
            key.GetCustomAttributes<FormerNameAttribute>()
                .Any(former => string.Equals(former.Name, section.Key, StringComparison.OrdinalIgnoreCase))
        )
            is { } now
            ? Unknown(section.Path, now.Name, [now.Name])
            : null;

    /// <summary>
    /// A single value where several belong, as in a list of addresses whose entries have keys. The value is not printed:
    /// it may be a secret.
    /// </summary>
    private static ConfigurationProblem NotOneValue(string path, Type type)
    {
        if (OptionShape.ElementOf(type) is not null)
        {
            return new(path, HostTexts.Both("KeyCheck.ThisIsList"));
        }

        if (OptionShape.EntryOf(type) is not null)
        {
            return new(path, HostTexts.Both("KeyCheck.ThisTakesNamedValuesExample"));
        }

        var names = string.Join(", ", OptionShape.KeysOf(type).Select(key => key.Name));
        return new(path, HostTexts.Both("KeyCheck.ThisIsNotOneValue", names));
    }

    /// <summary>An unknown key, with the closest known key or all of them.</summary>
    public static ConfigurationProblem Unknown(string path, string key, IEnumerable<string> known)
    {
        var names = known.ToList();
        var near = Nearest(key, names);
        return new(
            path,
            near is null
                ? HostTexts.Both("KeyCheck.NoSuchKeyThereAre", string.Join(", ", names))
                : HostTexts.Both("KeyCheck.NoSuchKey", near)
        );
    }

    /// <summary>The known key that this one is probably a typo of; null if none is close.</summary>
    public static string? Nearest(string key, IEnumerable<string> known) =>
        known
            .Select(name => (Name: name, Slips: Distance.Distance(key.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Slips <= Math.Max(1, Math.Min(3, candidate.Name.Length / 3)))
            .OrderBy(candidate => candidate.Slips)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    private static IEnumerable<ConfigurationProblem> CheckValue(IConfigurationSection section, Type type)
    {
        if (section.Value is null && section.GetChildren().Any())
        {
            yield return new(section.Path, HostTexts.Both("KeyCheck.ThisIsOneValue"));
        }
        else if (section.Value is { Length: > 0 } text && type != typeof(string) && !IsOf(type, text))
        {
            // Only values of non-string options are printed: secrets are always strings.
            yield return new(section.Path, type.IsEnum ? HostTexts.Both("KeyCheck.IsNotOne", text, Names(type)) : Wrong(text, type));
        }
    }

    private static bool IsOf(Type type, string text)
    {
        if (type == typeof(Locale))
        {
            return LocaleNames.Read(text) is not null;
        }

        if (type.IsEnum)
        {
            return Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase);
        }

        if (type == typeof(Uri))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out _);
        }

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is not null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    private static LocalizedText Wrong(string text, Type type)
    {
        var example =
            type == typeof(TimeSpan) ? "00:15:00"
            : type == typeof(bool) ? "true"
            : type == typeof(Uri) ? "http://127.0.0.1:5080"
            : "3";
        return HostTexts.Both("KeyCheck.CannotBeReadExample", text, example);
    }

    private static string Names(Type type) => string.Join(", ", OptionShape.NamesOf(type));
}

using System.Reflection;
using Bot.Chat;

namespace Bot.Configuration;

/// <summary>How the configuration binder sees a type: a value, a list, named entries, or a section with keys.</summary>
public static class OptionShape
{
    /// <summary>The keys of a section: settable public properties, in declaration order.</summary>
    public static IReadOnlyList<PropertyInfo> KeysOf(Type section) =>
        [.. section.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod?.IsPublic == true)];

    /// <summary>A single value, not a section.</summary>
    public static bool IsValue(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner
            ? IsValue(inner)
            : type.IsEnum
                || type.IsPrimitive
                || type == typeof(string)
                || type == typeof(Uri)
                || type == typeof(TimeSpan)
                || type == typeof(decimal)
                || type == typeof(TimeOnly)
                || type == typeof(DateOnly);

    /// <summary>The values of an enumeration as they are written.</summary>
    public static IReadOnlyList<string> NamesOf(Type type) => type == typeof(Locale) ? LocaleNames.All : Enum.GetNames(type);

    /// <summary>Element type of a list; null if the type is not a list.</summary>
    public static Type? ElementOf(Type type) => EntryOf(type) is null ? ArgumentOf(type, typeof(IEnumerable<>), 0) : null;

    /// <summary>Type of named entries; null if the type is not a dictionary.</summary>
    public static Type? EntryOf(Type type) =>
        ArgumentOf(type, typeof(IDictionary<,>), 1) ?? ArgumentOf(type, typeof(IReadOnlyDictionary<,>), 1);

    private static Type? ArgumentOf(Type type, Type definition, int index) =>
        type == typeof(string)
            ? null
            : type.GetInterfaces()
                .Append(type)
                .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == definition)
                ?.GetGenericArguments()[index];
}

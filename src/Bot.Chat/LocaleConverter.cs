using System.ComponentModel;
using System.Globalization;

namespace Bot.Chat;

/// <summary>Reads a language by any of its names; this is what the configuration binder asks.</summary>
public sealed class LocaleConverter() : EnumConverter(typeof(Locale))
{
    /// <exception cref="FormatException">It names no language.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string name
            ? LocaleNames.Read(name) ?? throw new FormatException($"\"{name}\" is not one of {string.Join(", ", LocaleNames.All)}")
            : base.ConvertFrom(context, culture, value);
}

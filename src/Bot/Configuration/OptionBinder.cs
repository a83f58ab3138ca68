using System.Reflection;

namespace Bot.Configuration;

/// <summary>Binds options so that a configured list replaces its default; the framework's binder would append to it.</summary>
internal static class OptionBinder
{
    public static BotOptions Bind(IConfiguration configuration)
    {
        var options = configuration.Get<BotOptions>() ?? new BotOptions();
        ReplaceLists(options, configuration);
        return options;
    }

    private static void ReplaceLists(object options, IConfiguration configuration)
    {
        foreach (var key in OptionShape.KeysOf(options.GetType()))
        {
            var section = configuration.GetSection(key.Name);
            if (OptionShape.ElementOf(key.PropertyType) is { } element)
            {
                Replace(options, key, element, section);
            }
            else if (
                !OptionShape.IsValue(key.PropertyType)
                && OptionShape.EntryOf(key.PropertyType) is null
                && key.GetValue(options) is { } inner
            )
            {
                ReplaceLists(inner, section);
            }
        }
    }

    private static void Replace(object options, PropertyInfo key, Type element, IConfigurationSection section)
    {
        var list = typeof(List<>).MakeGenericType(element);
        if (section.GetChildren().Any() && section.Get(list) is { } configured)
        {
            key.SetValue(options, configured);
        }
    }
}

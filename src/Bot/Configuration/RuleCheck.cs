using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Bot.Chat;
using Bot.Chat.Options;

namespace Bot.Configuration;

/// <summary>Checks bound options against their annotations and their own rules, at every level.</summary>
internal static class RuleCheck
{
    /// <param name="path">Path of the options; empty for the root.</param>
    public static IEnumerable<ConfigurationProblem> Check(object options, string path)
    {
        foreach (var property in OptionShape.KeysOf(options.GetType()))
        {
            var key = Join(path, property.Name);
            var value = property.GetValue(options);
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
            {
                if (!rule.IsValid(value))
                {
                    yield return new(key, Describe(rule, property));
                }
            }

            foreach (var problem in CheckInside(value, property.PropertyType, key))
            {
                yield return problem;
            }
        }

        if (options is IRules rules)
        {
            foreach (var broken in rules.Check())
            {
                yield return new(Join(path, broken.Key), broken.Message);
            }
        }
        else if (options is IValidatableObject validatable)
        {
            foreach (var result in validatable.Validate(new ValidationContext(options)))
            {
                var message = result.ErrorMessage ?? "";
                yield return new(Join(path, result.MemberNames.FirstOrDefault() ?? ""), new LocalizedText(message, message));
            }
        }
    }

    private static IEnumerable<ConfigurationProblem> CheckInside(object? value, Type type, string key)
    {
        if (value is null || OptionShape.IsValue(type))
        {
            return [];
        }

        if (value is IDictionary entries)
        {
            return entries
                .Keys.Cast<object>()
                .Select(name => (Name: name, Entry: entries[name]))
                .Where(pair => pair.Entry is not null)
                .SelectMany(pair => CheckInside(pair.Entry, pair.Entry!.GetType(), $"{key}:{pair.Name}"));
        }

        return value is IEnumerable elements
            ? elements
                .Cast<object>()
                .Index()
                .Where(element => !OptionShape.IsValue(element.Item.GetType()))
                .SelectMany(element => Check(element.Item, $"{key}:{element.Index}"))
            : Check(value, key);
    }

    private static LocalizedText Describe(ValidationAttribute rule, MemberInfo property) =>
        rule switch
        {
            RequiredAttribute => HostTexts.Both("RuleCheck.IsRequired"),
            RangeAttribute range => HostTexts.Both("RuleCheck.MustBeBetweenAnd", Invariant(range.Minimum), Invariant(range.Maximum)),
            RegularExpressionAttribute pattern => HostTexts.Both("RuleCheck.MustMatch", pattern.Pattern),
            _ => new(rule.FormatErrorMessage(property.Name), rule.FormatErrorMessage(property.Name)),
        };

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Join(string path, string key) =>
        path.Length == 0 ? key
        : key.Length == 0 ? path
        : $"{path}:{key}";
}

using System.Text.Json;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Schedules;
using Bot.Chat.Sections;
using Bot.Chat.Subscriptions;

namespace Bot.Archive.Subscriptions;

/// <summary>The keys of a subscription in the file, in the order they are written.</summary>
internal static class SubscriptionFields
{
    /// <summary>The common keys, then the platform's own.</summary>
    public static IReadOnlyList<SubscriptionField> Of(string platform, SubscriptionNames names) =>
        [
            Text("series", spec => spec.Series, (spec, text) => spec with { Series = text }, names.Series),
            Text("platform", spec => spec.Platform, (spec, text) => spec with { Platform = text }, names.Platforms),
            Text("workspace", spec => spec.Workspace, (spec, text) => spec with { Workspace = text }),
            Text("channel", spec => spec.Channel, (spec, text) => spec with { Channel = text }),
            new("name", ReadName, spec => spec.Name.Length == 0 ? null : Json(spec.Name)),
            new(
                "sections",
                ReadSections,
                spec => JsonSerializer.SerializeToElement(spec.Sections, SubscriptionJson.Default.IReadOnlyListString)
            ),
            new("language", ReadLanguage, spec => Json(SubscriptionFile.LanguageOf(spec.Locale))),
            new(
                "schedule",
                (spec, value) => ReadSchedule(spec, value, names.Calendars),
                spec => spec.Schedule is null ? null : ScheduleJson.Write(spec.Schedule)
            ),
            Option(SubscriptionOptions.PreferDuplicate, JsonSerializer.SerializeToElement(false, SubscriptionJson.Default.Boolean)),
            Option(SubscriptionOptions.ConfirmCorrections, unsaid: null),
            .. names.OptionsOf(platform).Select(option => Option(option, unsaid: null)),
        ];

    private static SubscriptionField Text(
        string key,
        Func<SubscriptionSpec, string> get,
        Func<SubscriptionSpec, string, SubscriptionSpec> set,
        IReadOnlyCollection<string>? known = null
    ) =>
        new(
            key,
            (spec, value) =>
                value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(value.GetString()) ? (spec, MustBeText(key))
                : known is not null && !known.Contains(value.GetString()!)
                    ? (set(spec, value.GetString()!), Unknown(key, value.GetString()!, known))
                : (set(spec, value.GetString()!), null),
            spec => Json(get(spec))
        )
        {
            Required = true,
        };

    private static SubscriptionField Option(SubscriptionOption option, JsonElement? unsaid) =>
        new(
            option.Key,
            (spec, value) =>
            {
                var read = option.Read(value, out var problem);
                return problem is null
                    ? (spec with { Options = spec.Options.With(option.Key, read) }, null)
                    : (spec, $"\"{option.Key}\" {problem}");
            },
            spec => spec.Options[option.Key] ?? unsaid
        );

    private static (SubscriptionSpec, string?) ReadName(SubscriptionSpec spec, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && SubscriptionName.Read(value.GetString()!) is { } name
            ? (spec with { Name = name }, null)
            : (spec, $"\"name\" must be a text of at most {SubscriptionName.Longest} characters in one line");

    private static (SubscriptionSpec, string?) ReadSections(SubscriptionSpec spec, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return (spec, "\"sections\" must be an array of texts");
        }

        var wanted = new HashSet<SectionKind>();
        foreach (var item in value.EnumerateArray())
        {
            var name = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
            if (SectionWords.KindsOf(name) is not { } kinds)
            {
                return (spec, Unknown("section", name, SectionNames.All));
            }

            wanted.UnionWith(kinds);
        }

        return (spec with { Sections = [.. SectionWords.All.Where(wanted.Contains).Select(SectionNames.Of)] }, null);
    }

    private static (SubscriptionSpec, string?) ReadLanguage(SubscriptionSpec spec, JsonElement value)
    {
        var language = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return LocaleNames.Read(language) is { } locale
            ? (spec with { Locale = locale }, null)
            : (spec, Unknown("language", language, LocaleNames.All));
    }

    private static (SubscriptionSpec, string?) ReadSchedule(SubscriptionSpec spec, JsonElement value, IReadOnlyCollection<string> calendars)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return (spec with { Schedule = null }, null);
        }

        var schedule = ScheduleJson.Read(value, calendars, out var problems);
        return problems.Count == 0 ? (spec with { Schedule = schedule }, null) : (spec, string.Join("; ", problems));
    }

    public static string MustBeText(string key) => $"\"{key}\" must be a text";

    private static string Unknown(string what, string value, IEnumerable<string> known) =>
        $"unknown {what} \"{value}\"; known are {string.Join(", ", known)}" + NearestKey.Said(value, known);

    private static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text, SubscriptionJson.Default.String);
}

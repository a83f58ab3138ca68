using System.Text.Json;
using Bot.Archive.Entities;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Schedules;
using Bot.Chat.Subscriptions;

namespace Bot.Archive.Subscriptions;

/// <summary>A subscription as declared by a person. Identified by series, channel and name; the rest are its settings.</summary>
public sealed record SubscriptionSpec(string Series, string Platform, string Workspace, string Channel)
{
    /// <summary>Distinguishes several subscriptions of one channel and series; usually empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Section kinds in kebab case, canonical order; empty for all.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>The sections as kinds.</summary>
    public IReadOnlyList<SectionKind> Kinds => [.. Sections.Select(SectionNames.Parse).OfType<SectionKind>()];

    public Locale Locale { get; init; } = Locale.Japanese;

    /// <summary>When it is posted to; null: as its series says.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Its options besides the content, for the bot and for its platform.</summary>
    public OptionValues Options { get; init; } = OptionValues.None;

    /// <summary>Prefer a duplicate to a missing post if the platform cannot tell whether it has it.</summary>
    public bool PreferDuplicate
    {
        get => Options.Flag(SubscriptionOptions.PreferDuplicate.Key);
        init =>
            Options = Options.With(
                SubscriptionOptions.PreferDuplicate.Key,
                value ? JsonSerializer.SerializeToElement(true, SubscriptionJson.Default.Boolean) : null
            );
    }

    /// <summary>Its options for the platform.</summary>
    public SendOptions SendOptions
    {
        get => SendOptionValues.Of(Options);
        init => Options = SendOptionValues.Into(Options, value);
    }

    public ChannelAddress Address => new(new PlatformId(Platform), Workspace, Channel);

    public (string, string, string, string, string) Identity => (Series, Platform, Workspace, Channel, Name);

    /// <summary><c>us-ai → web:local/general</c>, followed by its name in brackets, if any.</summary>
    public override string ToString() => $"{Series} → {Platform}:{Workspace}/{Channel}" + (Name.Length == 0 ? "" : $" ({Name})");

    public static SubscriptionSpec Of(Subscription row) =>
        new(row.Series, row.Platform, row.Workspace, row.Channel)
        {
            Name = row.Name,
            Sections = [.. SectionNames.All.Where(row.Sections.Contains)],
            Locale = row.Locale,
            Schedule = ScheduleJson.Parse(row.Schedule),
            Options = OptionValues.Parse(row.Options),
        };

    /// <summary>The differences, as <c>sections: all → startups, outlook</c>; empty if there are none.</summary>
    public IReadOnlyList<string> DifferencesTo(SubscriptionSpec other)
    {
        var differences = new List<string>();
        Compare("sections", Listed(Sections), Listed(other.Sections));
        Compare("language", SubscriptionFile.LanguageOf(Locale), SubscriptionFile.LanguageOf(other.Locale));
        Compare("schedule", Said(Schedule), Said(other.Schedule));
        foreach (var key in Options.Keys.Union(other.Options.Keys).Order(StringComparer.Ordinal))
        {
            var (mine, theirs) = (Options[key], other.Options[key]);
            Compare(key, OptionValues.Said(mine, theirs), OptionValues.Said(theirs, mine));
        }

        return differences;

        void Compare(string what, string mine, string theirs)
        {
            if (mine != theirs)
            {
                differences.Add($"{what}: {mine} → {theirs}");
            }
        }
    }

    internal void WriteTo(Subscription row)
    {
        row.Sections = [.. Sections];
        row.Locale = Locale;
        row.Schedule = Schedule is null ? null : ScheduleJson.Text(Schedule);
        row.Options = Options.ToJson();
        row.IsActive = true;
    }

    private static string Said(Schedule? schedule) => schedule?.ToString() ?? "as the series";

    private static string Listed(IReadOnlyList<string> sections) => sections.Count == 0 ? "all" : string.Join(", ", sections);
}

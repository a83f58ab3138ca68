using System.Globalization;
using Bot.Archive.Entities;
using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Archive.Subscriptions;

/// <summary>A subscription as a person declares it. Identified by series and channel; the rest is what it wants.</summary>
public sealed record SubscriptionSpec(string Series, string Platform, string Workspace, string Channel)
{
    /// <summary>Section kinds in kebab case, canonical order; empty for all.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    public Locale Locale { get; init; } = Locale.Japanese;

    /// <summary>Rather a post twice than not at all, where the platform can't say whether it has it.</summary>
    public bool PreferDuplicate { get; init; }

    /// <summary>What it asks of its platform beside the content.</summary>
    public SendOptions SendOptions { get; init; } = SendOptions.None;

    public (string, string, string, string) Identity => (Series, Platform, Workspace, Channel);

    /// <summary><c>us-ai → web:local/general</c>.</summary>
    public override string ToString() => $"{Series} → {Platform}:{Workspace}/{Channel}";

    public static SubscriptionSpec Of(Subscription row) => new(row.Series, row.Platform, row.Workspace, row.Channel)
    {
        Sections = [.. SectionNames.All.Where(row.Sections.Contains)],
        Locale = row.Locale,
        PreferDuplicate = SubscriptionOptions.PrefersDuplicate(row.Options),
        SendOptions = SubscriptionOptions.SendOptions(row.Options),
    };

    /// <summary>What differs, as <c>sections: all → startups, outlook</c>; empty when the wishes are the same.</summary>
    public IReadOnlyList<string> DifferencesTo(SubscriptionSpec other)
    {
        var differences = new List<string>();
        void Compare(string what, string mine, string theirs)
        {
            if (mine != theirs)
            {
                differences.Add($"{what}: {mine} → {theirs}");
            }
        }

        Compare("sections", Listed(Sections), Listed(other.Sections));
        Compare("language", SubscriptionFile.LanguageOf(Locale), SubscriptionFile.LanguageOf(other.Locale));
        Compare("preferDuplicate", Said(PreferDuplicate), Said(other.PreferDuplicate));
        Compare("silentRoot", Said(SendOptions.SilentRoot), Said(other.SendOptions.SilentRoot));
        Compare("autoArchiveMinutes", Said(SendOptions.AutoArchiveMinutes), Said(other.SendOptions.AutoArchiveMinutes));
        Compare("forumTags", Said(SendOptions.ForumTags), Said(other.SendOptions.ForumTags));
        Compare("publish", Said(SendOptions.Publish), Said(other.SendOptions.Publish));
        Compare("mentionRole", SendOptions.MentionRole ?? "none", other.SendOptions.MentionRole ?? "none");
        return differences;
    }

    internal void WriteTo(Subscription row)
    {
        row.Sections = [.. Sections];
        row.Locale = Locale;
        row.Options = SubscriptionOptions.With(row.Options, PreferDuplicate, SendOptions);
        row.IsActive = true;
    }

    private static string Said(bool value) => value ? "true" : "false";

    private static string Said(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string Said(IReadOnlyList<string> values) => values.Count == 0 ? "none" : string.Join(", ", values);

    private static string Listed(IReadOnlyList<string> sections) => sections.Count == 0 ? "all" : string.Join(", ", sections);
}

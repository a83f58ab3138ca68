using Bot.Archive.Entities;
using Bot.Chat;

namespace Bot.Archive.Subscriptions;

/// <summary>A subscription as a person declares it. Identified by series and channel; the rest is what it wants.</summary>
public sealed record SubscriptionSpec(string Series, string Platform, string Workspace, string Channel)
{
    /// <summary>Section kinds in kebab case, canonical order; empty for all.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    public Locale Locale { get; init; } = Locale.Japanese;

    /// <summary>Rather a post twice than not at all, where the platform can't say whether it has it.</summary>
    public bool PreferDuplicate { get; init; }

    public (string, string, string, string) Identity => (Series, Platform, Workspace, Channel);

    /// <summary><c>us-ai → web:local/general</c>.</summary>
    public override string ToString() => $"{Series} → {Platform}:{Workspace}/{Channel}";

    public static SubscriptionSpec Of(Subscription row) => new(row.Series, row.Platform, row.Workspace, row.Channel)
    {
        Sections = [.. SectionNames.All.Where(row.Sections.Contains)],
        Locale = row.Locale,
        PreferDuplicate = SubscriptionOptions.PrefersDuplicate(row.Options),
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
        Compare("preferDuplicate", PreferDuplicate ? "true" : "false", other.PreferDuplicate ? "true" : "false");
        return differences;
    }

    internal void WriteTo(Subscription row)
    {
        row.Sections = [.. Sections];
        row.Locale = Locale;
        row.Options = SubscriptionOptions.With(row.Options, PreferDuplicate);
        row.IsActive = true;
    }

    private static string Listed(IReadOnlyList<string> sections) => sections.Count == 0 ? "all" : string.Join(", ", sections);
}

using Bot.Archive.Entities;
using Bot.Archive.Search;
using Bot.Briefings.Model;

namespace Bot.Archive.Saving;

/// <summary>An item as in the newest document, before matching it with the archive.</summary>
internal sealed record ItemDraft(
    ItemKind Kind,
    string Key,
    SectionKind Section,
    int SectionOrder,
    int Ordinal,
    string Headline,
    string Text,
    string Data
)
{
    public string? CompanyKey { get; init; }

    /// <summary>The round itself, of a funding item.</summary>
    public FundingRound? Round { get; init; }

    public Horizon? Horizon { get; init; }

    public int? Number { get; init; }

    /// <summary>The words that find the item in a search, each once; taken apart when they are first asked for.</summary>
    public IReadOnlyCollection<string> Words => field ??= SearchIndex.Words(Headline, Text);

    /// <summary>Companies the item names, for the mentions.</summary>
    public IReadOnlyList<(string Name, MentionRole Role)> Companies { get; init; } = [];
}

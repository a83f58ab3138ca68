using Bot.Archive.Entities;
using Bot.Briefings.Model;

namespace Bot.Archive.Saving;

/// <summary>An item as the newest document has it, before it is known whether the archive has it already.</summary>
internal sealed record ItemDraft(ItemKind Kind, string Key, SectionKind Section, int SectionOrder, int Ordinal, string Headline, string Text, string Data)
{
    public string? CompanyKey { get; init; }

    public Horizon? Horizon { get; init; }

    public int? Number { get; init; }

    /// <summary>Companies that the item names, for the mentions.</summary>
    public IReadOnlyList<(string Name, MentionRole Role)> Companies { get; init; } = [];
}

using Bot.Archive.Entities;
using Bot.Briefings.Model;

namespace Bot.Archive.Queries;

/// <summary>An item of any kind with the briefing that has it.</summary>
/// <param name="Headline">Plain text.</param>
/// <param name="Text">Plain text of the whole item.</param>
/// <param name="Data">The entry as JSON, for <see cref="Saving.EntryJson"/>.</param>
public sealed record ArchivedItem(
    long Id,
    ItemKind Kind,
    ArchivedBriefing Briefing,
    SectionKind Section,
    int SectionOrder,
    int Ordinal,
    string Headline,
    string Text,
    string Data
)
{
    /// <summary>The headline, if it is the item's and not only the heading above a passage, which all passages below it share.</summary>
    public string OwnHeadline => Kind == ItemKind.Text ? "" : Headline;

    /// <summary>The text behind the headline; the whole text if it does not begin with it.</summary>
    public string Body =>
        Text.Length > Headline.Length && Text.StartsWith(Headline, StringComparison.Ordinal)
            ? Text[Headline.Length..].TrimStart(' ', ':', '\uFF1A', '\n')
            : Text;
}

namespace Bot.Briefings.Tests.Layouts;

internal enum TitleForm
{
    Heading,
    BracketedDate,
    BoldLine,
    SecondLevel,
}

internal enum SectionForm
{
    First,
    Second,
    Third,
    BoldLine,
}

internal enum EntryLayout
{
    BoldItem,
    PlainItem,
    NumberedItem,
    ItemOverLines,
    BoldLine,
    BoldLineApart,
    NumberedBoldLine,
    SubHeading,
    NumberedSubHeading,
    OpeningBold,
    TableRow,
}

internal enum ReferenceStyle
{
    Quoted,
    Emphasised,
    Defined,
    LinkWithBar,
    TitleFirst,
    OrderedList,
    Footnotes,
}

/// <summary>The marks an author chose for a day.</summary>
internal sealed record Layout(
    TitleForm Title,
    SectionForm Sections,
    bool Rules,
    bool Emoji,
    bool Numbers,
    bool BrokenLines,
    bool BlankBelowHeads,
    ReferenceStyle References,
    int ReferenceHeading,
    bool Byline,
    bool FrontMatter,
    IReadOnlyList<EntryLayout> Entries
)
{
    public static Layout Draw(Picks picks)
    {
        var sections = picks.Any<SectionForm>();
        var title = picks.Any<TitleForm>();
        if (title == TitleForm.SecondLevel && sections != SectionForm.Third)
        {
            title = TitleForm.Heading;
        }

        if (title == TitleForm.BoldLine && sections == SectionForm.First)
        {
            // A first-level heading is the title wherever it stands.
            title = TitleForm.Heading;
        }

        return new Layout(
            title,
            sections,
            sections == SectionForm.BoldLine || picks.Yes,
            picks.Yes,
            picks.Yes && sections != SectionForm.BoldLine,
            picks.Yes,
            picks.Yes,
            picks.Any<ReferenceStyle>(),
            picks.Below(3),
            picks.Yes,
            picks.Below(5) == 0,
            [.. Enumerable.Range(0, 6).Select(_ => Entry(picks, sections))]
        );
    }

    private static EntryLayout Entry(Picks picks, SectionForm sections)
    {
        var entry = picks.Any<EntryLayout>();
        return sections == SectionForm.BoldLine && entry is EntryLayout.SubHeading or EntryLayout.NumberedSubHeading
            ? EntryLayout.BoldItem
            : entry;
    }
}

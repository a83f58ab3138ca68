namespace Bot.Briefings.Entries;

/// <summary>Which marks of the author make an entry.</summary>
internal enum EntryForm
{
    ListItem,
    SubHeading,
    BoldLine,
    /// <summary>A paragraph that opens with a bold run and a colon.</summary>
    OpeningBold,
    TableRow,
    /// <summary>A section that is one story: its heading is the head.</summary>
    WholeSection,
}

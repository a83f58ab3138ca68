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

    /// <summary>A paragraph without marks, where the section's kind has such entries.</summary>
    Paragraph,

    /// <summary>A section that is one story: its heading is the head.</summary>
    WholeSection,
}

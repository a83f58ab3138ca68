namespace Bot.Briefings.Entries;

/// <summary>Which of the author's marks make an entry.</summary>
internal enum EntryForm
{
    ListItem,
    SubHeading,
    BoldLine,

    /// <summary>A paragraph that opens with a bold run and a colon.</summary>
    OpeningBold,
    TableRow,

    /// <summary>A paragraph without marks, if the section's kind has such entries.</summary>
    Paragraph,

    /// <summary>A section that is one story: its heading is the head.</summary>
    WholeSection,
}

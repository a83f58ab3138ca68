using Bot.Briefings.Entries;
using Bot.Briefings.Funding;
using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Outlooks;
using Bot.Briefings.Reading;
using Bot.Briefings.References;
using Markdig.Extensions.Tables;

namespace Bot.Briefings.Sections;

/// <summary>What a section's content reveals if its heading does not.</summary>
internal static class SectionContent
{
    public static SectionKind Guess(OutlineSection section, LabelCensus labels, ReadingContext context)
    {
        var trial = context.Trial();
        var tables = TableView.In(section.Blocks).Select(table => TableView.Of(table, trial)).ToList();
        if (tables.Exists(table => new FundingColumns(table.Columns, context.Vocabulary) is { AreFunding: true, Amount: >= 0 }))
        {
            return SectionKind.Startups;
        }

        var outlook = section with { Kind = SectionKind.Outlook };
        outlook = outlook with { Entries = new EntryReader(trial, labels).Read(outlook, null) };
        if (OutlookReader.Read(outlook, trial, null).DistinctBy(entry => entry.Horizon).Count() >= 2)
        {
            return SectionKind.Outlook;
        }

        return
            !section.Blocks.Exists(block => block is Table)
            && !section.TopItems().Any(HasHead)
            && new ReferenceReader(trial).Read(section.Blocks).Count(reference => reference is { Number: not null, Url: not null }) >= 2
            ? SectionKind.References
            : SectionKind.Other;
    }

    /// <summary>An item that opens with a bold headline is an entry; a source does not have one.</summary>
    private static bool HasHead(Markdig.Syntax.ListItemBlock item) =>
        OpeningWords.FirstParagraph(item) is { Inline: { } inlines } && OpeningWords.IsLabelled(inlines);
}

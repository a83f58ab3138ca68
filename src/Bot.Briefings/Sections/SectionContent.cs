using Bot.Briefings.Funding;
using Bot.Briefings.Model;
using Bot.Briefings.Outlooks;
using Bot.Briefings.Reading;
using Bot.Briefings.References;
using Markdig.Syntax;

namespace Bot.Briefings.Sections;

/// <summary>What a section's content says about it when its heading has no word to say.</summary>
internal static class SectionContent
{
    public static SectionKind Guess(SectionBlocks section, ReadingContext context)
    {
        var trial = context.Trial();
        var tables = TableView.In(section.Blocks).Select(table => TableView.Of(table, trial)).ToList();
        if (tables.Exists(table => new FundingColumns(table.Columns, context.Vocabulary) is { AreFunding: true, Amount: >= 0 }))
        {
            return SectionKind.Startups;
        }

        if (OutlookReader.Read(section, trial, null).Count >= 2)
        {
            return SectionKind.Outlook;
        }

        return new ReferenceReader(trial).Read(section).Count(reference => reference is { Number: not null, Url: not null }) >= 2
            ? SectionKind.References : SectionKind.Other;
    }

    /// <summary>A rule, a comment or a link definition is nothing to read.</summary>
    public static bool IsNothing(Block block) => block is ThematicBreakBlock or LinkReferenceDefinitionGroup { Count: 0 } or BlankLineBlock
        || (block is HtmlBlock { Type: HtmlBlockType.Comment });
}

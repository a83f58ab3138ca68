using System.Globalization;
using Bot.Briefings.Model;
using Bot.Briefings.Outlines;
using Bot.Briefings.Reading;
using Bot.Briefings.Text;
using Markdig.Syntax;

namespace Bot.Briefings.Inspection;

/// <summary>Reports what a document's outline lacks: a title, a date in it, references, text below a heading, entries in a text.</summary>
internal sealed class OutlineChecks(ReadingContext context)
{
    /// <summary>A longer text says more than that there is no news.</summary>
    private const int LongestNothing = 120;

    public void Report(Outline outline, Briefing briefing, bool dateFromTitle)
    {
        var top = new TextPosition(1, 1);
        if (outline.Title is null)
        {
            context.Warnings.Add(new Warning(WarningCodes.MissingTitle, "", top));
        }

        foreach (var title in outline.ExtraTitles)
        {
            context.Warn(WarningCodes.MultipleTitles, context.Plain(title), title.Span.Start);
        }

        if (briefing.Date is { } date && !dateFromTitle)
        {
            context.Warnings.Add(
                new Warning(
                    WarningCodes.DateNotInTitle,
                    date.ToString("O", CultureInfo.InvariantCulture),
                    outline.TitleBlock is { } block ? context.Position(block) : top
                )
            );
        }

        if (!outline.Sections.Any(section => section.Kind == SectionKind.References))
        {
            context.Warn(WarningCodes.MissingReferences, "", context.Source.Length);
        }

        foreach (var section in outline.Sections)
        {
            Report(section);
        }
    }

    private void Report(OutlineSection section)
    {
        if (section.Kind == SectionKind.Other)
        {
            context.Warn(WarningCodes.UnknownSection, section.Text, section.Heading.Span.Start);
        }

        if (section.Blocks.TrueForAll(HeadLines.IsNothing))
        {
            context.Warn(WarningCodes.EmptySection, section.Text, section.Heading.Span.Start);
        }
        else if (
            section.Kind is SectionKind.TechnologyNews or SectionKind.MarketingNews or SectionKind.Startups
            && section.Entries.Count == 0
            && !SaysNothing(section.Blocks)
        )
        {
            context.Warn(WarningCodes.NothingUnderstood, section.Text, section.Heading.Span.Start);
        }
    }

    private bool SaysNothing(IReadOnlyList<Block> blocks)
    {
        var text = context.PlainOf(blocks);
        return text.Length == 0 || (text.Length <= LongestNothing && context.Vocabulary.NothingToday.Contains(Folding.Fold(text)));
    }
}

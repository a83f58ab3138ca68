using Bot.Briefings.Model;
using Bot.Briefings.Reading;
using Bot.Chat;
using Markdig.Syntax;

namespace Bot.Posts.Corrections;

/// <summary>What differs between two revisions of a briefing, section by section, in words.</summary>
internal static class BriefingDifference
{
    /// <summary>Sections that both have and whose text differs. What is new or gone is a post of its own.</summary>
    public static IEnumerable<(string Section, IReadOnlyList<string> Changes)> Between(BriefingReading before, BriefingReading after, Locale locale)
    {
        var texts = Texts.In(locale);
        if (Preface(before) != Preface(after))
        {
            yield return (SectionIdentity.Root, [texts["CorrectionOfLead"]]);
        }

        var earlier = SectionIdentity.Of(before.Briefing.Sections).Select((identity, index) => (identity, index)).ToDictionary(pair => pair.identity, pair => pair.index);
        foreach (var (identity, index) in SectionIdentity.Of(after.Briefing.Sections).Select((identity, index) => (identity, index)))
        {
            if (earlier.TryGetValue(identity, out var was) && Text(before, was) is var old && Text(after, index) is var now && old != now)
            {
                yield return (identity, EntryDifference.WithoutCitations(old) == EntryDifference.WithoutCitations(now)
                    ? [texts["CorrectionOfSources"]]
                    : Of(before.Briefing, before.Briefing.Sections[was], after.Briefing, after.Briefing.Sections[index], locale) is { Count: > 0 } changes
                    ? changes
                    : [texts["CorrectionOfText"]]);
            }
        }
    }

    private static IReadOnlyList<string> Of(Briefing before, Section was, Briefing after, Section now, Locale locale) => now.Kind switch
    {
        SectionKind.Startups => FundingDifference.Between(In(before.Funding, was), In(after.Funding, now), locale),
        SectionKind.TechnologyNews or SectionKind.MarketingNews => EntryDifference.Between(In(before.News, was), In(after.News, now), item => item.Headline, locale),
        SectionKind.FutureTech => EntryDifference.Between(In(before.DeepDives, was), In(after.DeepDives, now), dive => dive.Title, locale),
        SectionKind.Outlook => EntryDifference.Between(In(before.Outlook, was), In(after.Outlook, now), outlook => outlook.Label, locale),
        _ => [],
    };

    private static List<T> In<T>(IEnumerable<T> entries, Section section)
        where T : Entry => [.. entries.Where(entry => entry.SectionOrder == section.Order)];

    private static string Text(BriefingReading reading, int section) =>
        reading.Briefing.Sections[section].Heading + "\n" + Source(reading, reading.Sections[section]);

    /// <summary>Title and what stands before the first section.</summary>
    private static string Preface(BriefingReading reading) => Source(
        reading, reading.Document.TakeWhile(block => block is not HeadingBlock { Level: 2 }));

    private static string Source(BriefingReading reading, IEnumerable<Block> blocks) => string.Join('\n', blocks
        .Where(block => block.Span.Start >= 0 && block.Span.End < reading.Source.Length && block.Span.End >= block.Span.Start)
        .Select(block => reading.Source.Substring(block.Span.Start, block.Span.Length).Trim()));
}

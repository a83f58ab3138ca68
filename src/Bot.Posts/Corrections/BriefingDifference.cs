using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Chat.Text;
using Markdig.Syntax;

namespace Bot.Posts.Corrections;

/// <summary>Describes the differences between two revisions of a briefing, section by section.</summary>
internal static class BriefingDifference
{
    /// <summary>
    /// Posts whose text differs: sections present in both, and the root with its headline, its lead, and the names of
    /// sections that were added or removed.
    /// </summary>
    /// <param name="kinds">The section kinds to compare; empty for all.</param>
    public static IEnumerable<(string Section, IReadOnlyList<string> Changes)> Between(
        BriefingReading before,
        BriefingReading after,
        IReadOnlyCollection<SectionKind> kinds,
        Locale locale
    )
    {
        var texts = Texts.In(locale);
        var (earlier, later) = (Known(before, kinds), Known(after, kinds));
        List<string> root =
        [
            .. OfHeadline(before, after, texts),
            .. Preface(before) != Preface(after)
                ? [Told(texts["CorrectionOfLead"], Preface(before), Preface(after), texts)]
                : Array.Empty<string>(),
            .. later
                .Where(section => !earlier.ContainsKey(section.Key))
                .Select(section => texts.Format("CorrectionAdded", HeadingOf(after, section.Value))),
            .. earlier
                .Where(section => !later.ContainsKey(section.Key))
                .Select(section => texts.Format("CorrectionGone", HeadingOf(before, section.Value))),
        ];
        if (root.Count > 0)
        {
            yield return (PostKey.Root, root);
        }

        foreach (var (identity, index) in later)
        {
            if (earlier.TryGetValue(identity, out var was) && Text(before, was) is var old && Text(after, index) is var now && old != now)
            {
                yield return (
                    identity,
                    EntryDifference.WithoutCitations(old) == EntryDifference.WithoutCitations(now)
                        ? [texts["CorrectionOfSources"]]
                        : OfSection(before, was, after, index, texts)
                );
            }
        }
    }

    private static IEnumerable<string> OfHeadline(BriefingReading before, BriefingReading after, Texts texts)
    {
        var (was, now) = (HeadlineOf(before), HeadlineOf(after));
        if (was != now)
        {
            yield return texts.Format("CorrectionOfHeadline", was, now);
        }
    }

    private static List<string> OfSection(BriefingReading before, int was, BriefingReading after, int now, Texts texts)
    {
        var (old, heading) = (HeadingOf(before, was), HeadingOf(after, now));
        List<string> changes =
        [
            .. old == heading ? Array.Empty<string>() : [texts.Format("CorrectionFromTo", old, heading)],
            .. Of(before.Briefing, before.Briefing.Sections[was], after.Briefing, after.Briefing.Sections[now], texts.Locale),
        ];
        return changes.Count > 0 ? changes : [Told(texts["CorrectionOfText"], Body(before, was), Body(after, now), texts)];
    }

    /// <summary>What changed, with its words where they can be told.</summary>
    private static string Told(string what, string before, string after, Texts texts)
    {
        var words = WordDifference.Between(before, after, texts.Locale);
        return words.Count == 0 ? what : texts.Format("CorrectionOfWords", what, string.Join(texts.Separator, words));
    }

    /// <summary>Section indexes by identity, in order.</summary>
    private static OrderedDictionary<string, int> Known(BriefingReading reading, IReadOnlyCollection<SectionKind> kinds)
    {
        var known = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, identity) in SectionIdentity.Of(reading.Briefing.Sections).Index())
        {
            if (kinds.Count == 0 || kinds.Contains(reading.Briefing.Sections[index].Kind))
            {
                known[identity] = index;
            }
        }

        return known;
    }

    private static string HeadlineOf(BriefingReading reading) =>
        reading.Briefing.Title is { } title && Headline.Of(Invisible.Drop(title)) is var headline ? headline.News ?? headline.Name : "";

    private static string HeadingOf(BriefingReading reading, int section) =>
        HeadingEmoji.Split(Invisible.Drop(reading.Briefing.Sections[section].Heading)).Words;

    private static IReadOnlyList<string> Of(Briefing before, Section was, Briefing after, Section now, Locale locale) =>
        now.Kind switch
        {
            SectionKind.Startups => FundingDifference.Between(In(before.Funding, was), In(after.Funding, now), locale),
            SectionKind.TechnologyNews or SectionKind.MarketingNews => EntryDifference.Between(
                In(before.News, was),
                In(after.News, now),
                item => item.Headline,
                locale
            ),
            SectionKind.FutureTech => EntryDifference.Between(
                In(before.DeepDives, was),
                In(after.DeepDives, now),
                dive => dive.Title,
                locale
            ),
            SectionKind.Outlook => EntryDifference.Between(
                In(before.Outlook, was),
                In(after.Outlook, now),
                outlook => outlook.Label,
                locale
            ),
            _ => [],
        };

    private static List<T> In<T>(IEnumerable<T> entries, Section section)
        where T : Entry => [.. entries.Where(entry => entry.SectionOrder == section.Order)];

    private static string Text(BriefingReading reading, int section) =>
        reading.Briefing.Sections[section].Heading + "\n" + Body(reading, section);

    private static string Body(BriefingReading reading, int section) => Source(reading, reading.Sections[section]);

    /// <summary>Everything before the first section except the title.</summary>
    private static string Preface(BriefingReading reading) => Source(reading, reading.Preface);

    private static string Source(BriefingReading reading, IEnumerable<Block> blocks) =>
        string.Join(
            '\n',
            blocks
                .Where(block => block.Span.Start >= 0 && block.Span.End < reading.Source.Length && block.Span.End >= block.Span.Start)
                .Select(block => reading.Source.Substring(block.Span.Start, block.Span.Length).Trim())
        );
}

using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts.Corrections;

/// <summary>What a revision corrected, a line a post: the words that stand in the posts, for wherever else it is told.</summary>
public static class CorrectionLines
{
    /// <summary>By identity of the section, the root first; new and removed sections are named in the root's.</summary>
    /// <param name="before">The revision before. Neither is taken apart.</param>
    /// <param name="kinds">The kinds of sections that count; empty: all.</param>
    public static IReadOnlyList<(string Section, string Line)> Between(
        BriefingReading before, BriefingReading after, IReadOnlyCollection<SectionKind> kinds, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(after);
        var texts = Texts.In(locale);
        var names = SectionIdentity.Of(after.Briefing.Sections).Zip(after.Briefing.Sections)
            .ToDictionary(pair => pair.First, pair => Invisible.Drop(Emoji.Split(pair.Second.Heading).Words), StringComparer.Ordinal);
        return
        [
            .. BriefingDifference.Between(before, after, kinds, locale).Select(change => (change.Section, string.Join(texts.Separator, change.Changes)))
                .Select(told => (told.Section, names.TryGetValue(told.Section, out var name) ? texts.Labelled(name, told.Item2) : told.Item2)),
        ];
    }
}

using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Text;

namespace Bot.Posts.Corrections;

/// <summary>What a revision corrected, one line per post, in the same words as the posts, for use elsewhere.</summary>
public static class CorrectionLines
{
    /// <summary>By section identity, the root first; the root's lines name new and removed sections.</summary>
    /// <param name="before">The previous revision. Neither is modified.</param>
    /// <param name="kinds">The section kinds to compare; empty for all.</param>
    public static IReadOnlyList<(string Section, string Line)> Between(
        BriefingReading before,
        BriefingReading after,
        IReadOnlyCollection<SectionKind> kinds,
        Locale locale
    )
    {
        ArgumentNullException.ThrowIfNull(after);
        var texts = Texts.In(locale);
        var names = SectionIdentity
            .Of(after.Briefing.Sections)
            .Zip(after.Briefing.Sections)
            .ToDictionary(
                pair => pair.First,
                pair => Invisible.Drop(HeadingEmoji.Split(pair.Second.Heading).Words),
                StringComparer.Ordinal
            );
        return
        [
            .. BriefingDifference
                .Between(before, after, kinds, locale)
                .Select(change => (change.Section, string.Join(texts.Separator, change.Changes)))
                .Select(told =>
                    (told.Section, names.TryGetValue(told.Section, out var name) ? texts.Labelled(name, told.Item2) : told.Item2)
                ),
        ];
    }
}

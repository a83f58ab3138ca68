using System.Collections.Frozen;
using Bot.Briefings;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Posts.Corrections;

/// <summary>
/// What later revisions corrected in the posts of the first (messages.md, rule 15). A post shows the whole history since
/// the first revision its channel saw, so a revision that does not affect a post leaves its bytes unchanged.
/// </summary>
public static class CorrectionHistory
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Correction>> Nothing { get; } =
        FrozenDictionary<string, IReadOnlyList<Correction>>.Empty;

    /// <summary>Corrections by section identity, <see cref="PostKey.Root"/> for the root; oldest first.</summary>
    /// <param name="revisions">The revision that was posted first, then each later one.</param>
    /// <param name="kinds">The subscribed kinds; empty for all. Nobody is told about corrections to something they never saw.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Correction>> Of(
        IReadOnlyList<BriefingRevision> revisions,
        IReadOnlyCollection<SectionKind> kinds,
        Locale locale
    )
    {
        var corrections = new Dictionary<string, IReadOnlyList<Correction>>(StringComparer.Ordinal);
        foreach (var (before, after) in revisions.Zip(revisions.Skip(1)))
        {
            foreach (var (section, changes) in BriefingDifference.Between(before.Reading, after.Reading, kinds, locale))
            {
                corrections[section] =
                [
                    .. corrections.GetValueOrDefault(section, []),
                    new Correction(after.At, changes, ReasonOf(before.Reading, after.Reading)),
                ];
            }
        }

        return corrections;
    }

    /// <summary>A note that was there before explains nothing new.</summary>
    internal static string? ReasonOf(BriefingReading before, BriefingReading after) =>
        after.Briefing.Note is { Length: > 0 } note && note != before.Briefing.Note ? note : null;
}

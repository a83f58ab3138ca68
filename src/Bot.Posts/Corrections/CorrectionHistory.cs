using System.Collections.Frozen;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;

namespace Bot.Posts.Corrections;

/// <summary>
/// What later revisions corrected in the posts of the first (messages.md, rule 15). A post shows the whole history since
/// the revision that its channel saw first, so that a revision that does not touch it leaves its bytes as they are.
/// </summary>
public static class CorrectionHistory
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Correction>> Nothing { get; } =
        FrozenDictionary<string, IReadOnlyList<Correction>>.Empty;

    /// <summary>By identity of the section, <see cref="PostKey.Root"/> for the root; the oldest correction first.</summary>
    /// <param name="revisions">The one that was posted first, then each later one.</param>
    /// <param name="kinds">The kinds subscribed to; empty: all. Nobody is told of a correction of what he never saw.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Correction>> Of(
        IReadOnlyList<BriefingRevision> revisions, IReadOnlyCollection<SectionKind> kinds, Locale locale)
    {
        var corrections = new Dictionary<string, IReadOnlyList<Correction>>(StringComparer.Ordinal);
        foreach (var (before, after) in revisions.Zip(revisions.Skip(1)))
        {
            foreach (var (section, changes) in BriefingDifference.Between(before.Reading, after.Reading, kinds, locale))
            {
                corrections[section] = [.. corrections.GetValueOrDefault(section, []), new Correction(after.At, changes)];
            }
        }

        return corrections;
    }
}

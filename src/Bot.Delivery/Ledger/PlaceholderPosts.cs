using Bot.Archive.Entities;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Ledger;

/// <summary>
/// The posts of a delivery that precedes its briefing: a root that says that nothing has come, and at the end of its window an edit that
/// says that nothing came. They are of revision 0, and the root has the key of any root, so that a ledger that has forgotten it finds the
/// thread under the same key. The briefing's own root is an edit of it.
/// </summary>
public static class PlaceholderPosts
{
    public const int Revision = 0;

    public static bool IsOne(Post post) => post.Revision == Revision;

    public static bool IsRoot(Post post) => IsOne(post) && OutcomePolicy.IsRoot(post);

    /// <summary>Whether the root is in the channel or may be: the briefing's root is an edit of it.</summary>
    public static bool MayStand(IReadOnlyList<Post> posts) =>
        posts.FirstOrDefault(IsRoot) is { } root
        && root is { State: PostState.Sending or PostState.Uncertain or PostState.Sent } or { State: PostState.Planned, Attempts: > 0 }
        && !posts.Any(post => post is { Kind: PostKind.Recall, State: not PostState.Cancelled } && OfRoot(post));

    /// <summary>Whether the briefing's root is to replace a line that never came to stand in the channel, or is no longer there.</summary>
    /// <param name="fill">A planned post whose turn has come: all before it have ended.</param>
    /// <param name="target">The message that it would edit; null: there is none.</param>
    public static bool HasNoPlace(IReadOnlyList<Post> posts, Post fill, string? target) => IsFill(posts, fill) && target is null;

    /// <summary>Whether a post puts the briefing's root in the place of the line.</summary>
    public static bool IsFill(IReadOnlyList<Post> posts, Post post) =>
        post is { Kind: PostKind.Edit } && OfRoot(post) && !IsOne(post) && posts.Any(IsRoot);

    /// <summary>Whether the line still says, or will say, that nothing has come, and the briefing's root is not on its way.</summary>
    public static bool StandsUnfilled(IReadOnlyList<Post> posts) =>
        MayStand(posts)
        && !posts.Any(post =>
            post is { Kind: PostKind.Edit, State: PostState.Planned or PostState.Sending or PostState.Uncertain or PostState.Sent }
            && OfRoot(post)
        );

    private static bool OfRoot(Post post) => post is { Section: PostKey.Root, Part: 1 };
}

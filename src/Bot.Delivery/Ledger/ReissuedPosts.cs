using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Planning;

namespace Bot.Delivery.Ledger;

/// <summary>Creates the rows that resend a thread's missing places or delete what is there. A place is a (section, part).</summary>
public static class ReissuedPosts
{
    private static readonly PostState[] Unsent = [PostState.Failed, PostState.Expired, PostState.Cancelled];

    /// <summary>A new post, with the latest content, for each place that is empty and has none on its way.</summary>
    public static IReadOnlyList<Post> Resend(StoredDelivery delivery, DateTimeOffset now, DateTimeOffset until)
    {
        var rows = new PostRows(delivery, now, until);
        return
        [
            .. delivery
                .Posts.Where(post => !ThreadPlan.IsOvertaken(post))
                .GroupBy(post => (post.Section, post.Part))
                .Select(place =>
                    StandingIn(place) is { } standing
                        ? UnsentIn(standing, [.. place]) is { } fill
                            ? rows.Reissued(PostKind.Edit, fill, "resend", place.Max(post => post.Round) + 1)
                            : null
                        : place.Last(post => post.Kind != PostKind.Recall) is var last && OutcomePolicy.Creates(place.First())
                            ? rows.Reissued(PostKind.Original, last, "resend", place.Max(post => post.Round) + 1)
                            : null
                )
                .OfType<Post>()
                .Where(row => row.PayloadHash != PostPlan.Freeze(new PlatformId(delivery.Platform), "").Hash),
        ];
    }

    /// <summary>A deletion for each place that has or may have a post, last first.</summary>
    public static IReadOnlyList<Post> Recall(StoredDelivery delivery, DateTimeOffset now, DateTimeOffset until)
    {
        var rows = new PostRows(delivery, now, until);
        return
        [
            .. delivery
                .Posts.GroupBy(post => (post.Section, post.Part))
                .Select(place => (Standing: StandingIn(place), Recalls: place.Count(post => post.Kind == PostKind.Recall)))
                .Where(place => place.Standing is not null)
                .OrderByDescending(place => place.Standing!.Ordinal)
                .Select(place => rows.Reissued(PostKind.Recall, place.Standing!, "recall", place.Recalls)),
        ];
    }

    /// <summary>What was to fill a place in which only a line stands, if it ended unsent; null otherwise.</summary>
    private static Post? UnsentIn(Post standing, List<Post> place) =>
        PlaceholderPosts.IsOne(standing)
        && place.FindAll(post => !PlaceholderPosts.IsOne(post)) is { Count: > 0 } fills
        && fills.TrueForAll(post => Unsent.Contains(post.State))
            ? fills[^1]
            : null;

    /// <summary>The post that created what is, or may be, in a place; null if it is empty.</summary>
    private static Post? StandingIn(IEnumerable<Post> place)
    {
        Post? standing = null;
        foreach (var post in place.Where(post => !Unsent.Contains(post.State)))
        {
            standing =
                post.Kind == PostKind.Recall ? null
                : OutcomePolicy.Creates(post) ? post
                : standing;
        }

        return standing;
    }
}

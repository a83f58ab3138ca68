using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Planning;

/// <summary>The posts of one briefing for everybody with the same wishes: rendered once, planned for thousands.</summary>
/// <param name="Posts">In the order of the thread, the root first.</param>
/// <param name="Withdrawn">Replacements for posts that a later revision no longer has.</param>
/// <param name="Notices">Notices at the end of a thread about posts that a revision changes.</param>
/// <param name="Arrivals">Announcements of a thread in whose place a line stood.</param>
public sealed record ThreadPlan(IReadOnlyList<PostPlan> Posts, WithdrawnPlans Withdrawn, NoticePlans Notices, ArrivalPlans Arrivals)
{
    public IEnumerable<Payload> Payloads =>
        Posts
            .Select(post => post.Payload)
            .Concat(Withdrawn.Payloads)
            .Concat(Notices.Payloads)
            .Concat(Arrivals.Payloads)
            .DistinctBy(payload => payload.Hash);

    /// <summary>A new delivery with its posts.</summary>
    /// <param name="isRootTaken">Another edition of the day has filled the place that was held, and has the root's key.</param>
    public StoredDelivery Deliver(
        Subscription subscription,
        StoredDocument document,
        string token,
        DueTime due,
        bool isRootTaken,
        DateTimeOffset now
    )
    {
        var briefing = document.Briefing;
        var delivery = DeliveryRows.For(subscription, token, briefing.Key, briefing.Id, document.Revision, due, now);
        var rows = new PostRows(delivery, due.At, due.ExpiresAt);
        delivery.Posts.AddRange(
            Posts.Select(post =>
                RowOf(
                    isRootTaken && IsRoot(post)
                        ? rows.Revised(PostKind.Original, post.Section, post.Part, post.Payload.Hash, document.Revision)
                        : rows.Original(post.Section, post.Part, post.Payload.Hash),
                    post
                )
            )
        );
        return delivery;
    }

    /// <summary>
    /// Nothing of the briefing has been attempted, so nobody can have seen any of it; a line that holds its place may stand there.
    /// </summary>
    public static bool IsUntouched(StoredDelivery delivery)
    {
        var isHeld = delivery.Posts.Exists(PlaceholderPosts.IsOne);
        return (delivery.ThreadId is null || isHeld)
            && delivery.Posts.Count > 0
            && delivery.Posts.TrueForAll(post =>
                (isHeld && PlaceholderPosts.IsOne(post)) || (IsUnseen(post) && (isHeld || post.Kind == PostKind.Original))
            );
    }

    /// <summary>Whether it has never been attempted and still may be: it can be replaced by another.</summary>
    public static bool IsUnseen(Post post) =>
        post
            is { Attempts: 0, FirstAttemptAt: null, Round: 0 }
                and ({ State: PostState.Planned } or { State: PostState.Failed, Reason: Reasons.RenderFailed });

    /// <summary>
    /// The posts that replace all unseen ones of a delivery, if <see cref="IsUntouched"/> allows it: the same keys, the corrected content,
    /// and no mention of a correction. Where a line holds the place, the root is an edit of it, and an announcement follows.
    /// </summary>
    /// <param name="thread">The thread's address, for the announcement; null if it is not known.</param>
    public IReadOnlyList<Post> Replace(StoredDelivery delivery, int revision, Uri? thread)
    {
        var kept = delivery.Posts.FindAll(post => !IsUnseen(post));
        var rows = PostRows.Anew(delivery, kept, revision);
        var stands = PlaceholderPosts.MayStand(kept);
        // The line that never came to stand has the root's key.
        var isRootTaken = kept.Exists(PlaceholderPosts.IsRoot);
        var made = new List<Post>();
        foreach (var plan in Posts)
        {
            var row =
                IsRoot(plan) && (stands || isRootTaken)
                    ? rows.Revised(stands ? PostKind.Edit : PostKind.Original, plan.Section, plan.Part, plan.Payload.Hash, revision)
                    : rows.Original(plan.Section, plan.Part, plan.Payload.Hash);
            made.Add(RowOf(row, plan));
        }

        if (stands)
        {
            made.Add(rows.Revised(PostKind.Append, NoticePlans.Arrival, 1, Arrivals.Of(thread).Hash, revision));
        }

        return made;
    }

    /// <summary>
    /// Corrections that still wait and that a newer revision takes the place of: nobody has seen them. Marks them as overtaken in the
    /// loaded delivery.
    /// </summary>
    public static IReadOnlyList<Post> Overtake(StoredDelivery delivery)
    {
        var overtaken = delivery.Posts.FindAll(post =>
            post is { Kind: PostKind.Edit or PostKind.Append, Attempts: 0, FirstAttemptAt: null, Round: 0 }
            && (post.State == PostState.Planned || UnconfirmedPosts.IsOne(post))
            && post.Section != NoticePlans.Arrival
        );
        overtaken.ForEach(post => (post.State, post.Reason) = (PostState.Cancelled, Reasons.Overtaken));
        return overtaken;
    }

    /// <summary>Whether a newer revision took the place of a row that nobody has seen, or a person left a correction out.</summary>
    public static bool IsOvertaken(Post post) =>
        post is { State: PostState.Cancelled, Reason: Reasons.Overtaken or Reasons.Unconfirmed, Attempts: 0 };

    /// <summary>Whether two plans of a thread would show the same.</summary>
    public static bool IsSame(IReadOnlyList<Post> one, IReadOnlyList<Post> other) => one.Select(Shown).SequenceEqual(other.Select(Shown));

    /// <summary>
    /// What a revision adds to a delivery: an edit for each post whose content changed, a new post at the end for each missing one, an
    /// edit that says so for each removed one and, in a thread that people have seen, a short notice at its end. Existing rows stay as they
    /// are, whether sent or not: their payloads are frozen. Nothing is added where an admin or expiry has ended a post. The same rows
    /// and the same revision give the same result.
    /// </summary>
    /// <param name="delivery">In its current state, with its posts in order.</param>
    /// <param name="due">When they may be sent.</param>
    /// <param name="links">Addresses of its posts, by section, for the notice.</param>
    public IReadOnlyList<Post> Revise(StoredDelivery delivery, int revision, DueTime due, IReadOnlyDictionary<string, Uri> links)
    {
        var rows = new List<Post>();
        var factory = new PostRows(delivery, due.At, due.ExpiresAt);
        var standing = Standing(delivery);
        void Add(PostPlan plan, PostKind kind) =>
            rows.Add(RowOf(factory.Revised(kind, plan.Section, plan.Part, plan.Payload.Hash, revision), plan));

        var closed = Closed(delivery);
        if (closed.Contains((PostKey.Root, 1)))
        {
            return [];
        }

        foreach (var plan in Posts.Where(plan => !closed.Contains((plan.Section, plan.Part))))
        {
            var isThere = standing.Remove((plan.Section, plan.Part), out var hash);
            if (plan.Failure is null && hash != plan.Payload.Hash)
            {
                Add(
                    plan,
                    isThere ? PostKind.Edit
                        : plan is { Section: PostKey.Root, Part: 1 } ? PostKind.Original
                        : PostKind.Append
                );
            }
        }

        // In the thread's order, not the dictionary's.
        foreach (var (section, part) in delivery.Posts.Select(post => (post.Section, post.Part)).Distinct())
        {
            if (
                !NoticePlans.IsNotice(section)
                && standing.TryGetValue((section, part), out var hash)
                && Withdrawn.Of(section) is var withdrawn
                && hash != withdrawn.Hash
            )
            {
                Add(new PostPlan(section, part, withdrawn), PostKind.Edit);
            }
        }

        if (
            rows.Count > 0
            && delivery.Posts.Exists(post => post is { Section: PostKey.Root, State: PostState.Sent })
            && Notices.Of([.. rows.Select(row => row.Section).Distinct()], links) is { } notice
        )
        {
            Add(new PostPlan(FormattableString.Invariant($"{NoticePlans.Prefix}{revision}"), 1, notice), PostKind.Append);
        }

        return rows;
    }

    /// <summary>
    /// What each place of the thread, by (section, part), will show once everything planned has happened. A place whose post ended unsent
    /// shows nothing.
    /// </summary>
    private static Dictionary<(string Section, int Part), string> Standing(StoredDelivery delivery)
    {
        var standing = new Dictionary<(string, int), string>();
        foreach (var post in delivery.Posts.Where(post => post.State is not (PostState.Failed or PostState.Expired or PostState.Cancelled)))
        {
            standing[(post.Section, post.Part)] = post.PayloadHash;
        }

        foreach (var place in Closed(delivery))
        {
            standing.Remove(place);
        }

        return standing;
    }

    /// <summary>Places that a revision leaves alone because they expired or an admin cancelled or recalled them.</summary>
    private static HashSet<(string Section, int Part)> Closed(StoredDelivery delivery) =>
        [
            .. delivery
                .Posts.GroupBy(post => (post.Section, post.Part))
                .Where(place =>
                    place.LastOrDefault(post => post.Kind != PostKind.Edit && !IsOvertaken(post))
                        is { Kind: PostKind.Recall }
                            or { State: PostState.Expired }
                            or { State: PostState.Cancelled, Reason: not Reasons.RootFailed }
                    || IsNeverFilled([.. place])
                )
                .Select(place => place.Key),
        ];

    /// <summary>Whether a line holds the place, and what was to fill it expired or was cancelled.</summary>
    private static bool IsNeverFilled(List<Post> place) =>
        place.Exists(PlaceholderPosts.IsOne)
        && place.FindAll(post => !PlaceholderPosts.IsOne(post)) is { Count: > 0 } fills
        && fills.TrueForAll(post => post.State is PostState.Expired or PostState.Cancelled);

    private static bool IsRoot(PostPlan plan) => plan is { Section: PostKey.Root, Part: 1 };

    private static (string Section, int Part, string Payload) Shown(Post post) => (post.Section, post.Part, post.PayloadHash);

    private static Post RowOf(Post row, PostPlan plan)
    {
        if (plan.Failure is not null)
        {
            (row.State, row.Reason, row.Detail) = (PostState.Failed, Reasons.RenderFailed, plan.Failure);
        }

        return row;
    }
}

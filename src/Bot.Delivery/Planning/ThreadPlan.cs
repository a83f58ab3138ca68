using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Planning;

/// <summary>The posts of one briefing for everybody with the same wishes: rendered once, planned for thousands.</summary>
/// <param name="Posts">In the order of the thread, the root first.</param>
/// <param name="Withdrawn">Replacements for posts that a later revision no longer has.</param>
/// <param name="Notices">Notices at the end of a thread about posts that a revision changes.</param>
public sealed record ThreadPlan(IReadOnlyList<PostPlan> Posts, WithdrawnPlans Withdrawn, NoticePlans Notices)
{
    public IEnumerable<Payload> Payloads =>
        Posts.Select(post => post.Payload).Concat(Withdrawn.Payloads).Concat(Notices.Payloads).DistinctBy(payload => payload.Hash);

    /// <summary>A new delivery with its posts.</summary>
    public StoredDelivery Deliver(Subscription subscription, StoredDocument document, string token, DueTime due, DateTimeOffset now)
    {
        var briefing = document.Briefing;
        var delivery = new StoredDelivery
        {
            SubscriptionId = subscription.Id,
            Token = token,
            Platform = subscription.Platform,
            Workspace = subscription.Workspace,
            Channel = subscription.Channel,
            Sections = [.. subscription.Sections],
            Locale = subscription.Locale,
            Series = briefing.Series,
            Date = briefing.Date,
            Edition = briefing.Edition,
            BriefingId = briefing.Id,
            Revision = document.Revision,
            DueAt = due.At,
            NextAt = due.At,
            ExpiresAt = due.ExpiresAt,
            CreatedAt = now,
        };
        var rows = new PostRows(delivery, due.At, due.ExpiresAt);
        delivery.Posts.AddRange(Posts.Select(post => RowOf(rows.Original(post.Section, post.Part, post.Payload.Hash), post)));
        return delivery;
    }

    /// <summary>Nothing of it has been attempted, so nobody can have seen any of it.</summary>
    public static bool IsUntouched(StoredDelivery delivery) =>
        delivery.ThreadId is null
        && delivery.Posts.Count > 0
        && delivery.Posts.TrueForAll(post =>
            post
                is { Attempts: 0, FirstAttemptAt: null, Kind: PostKind.Original, Round: 0 }
                    and ({ State: PostState.Planned } or { State: PostState.Failed, Reason: Reasons.RenderFailed })
        );

    /// <summary>
    /// The posts that replace all of a delivery's, if <see cref="IsUntouched"/> allows it: the same keys, the corrected content, and no
    /// mention of a correction.
    /// </summary>
    public IReadOnlyList<Post> Replace(StoredDelivery delivery, int revision)
    {
        var rows = PostRows.Anew(delivery, revision);
        return [.. Posts.Select(post => RowOf(rows.Original(post.Section, post.Part, post.Payload.Hash), post))];
    }

    /// <summary>
    /// Corrections that still wait and that a newer revision takes the place of: nobody has seen them. Marks them as overtaken in the
    /// loaded delivery.
    /// </summary>
    public static IReadOnlyList<Post> Overtake(StoredDelivery delivery)
    {
        var overtaken = delivery.Posts.FindAll(post =>
            post is { State: PostState.Planned, Kind: PostKind.Edit or PostKind.Append, Attempts: 0, FirstAttemptAt: null, Round: 0 }
        );
        overtaken.ForEach(post => (post.State, post.Reason) = (PostState.Cancelled, Reasons.Overtaken));
        return overtaken;
    }

    /// <summary>Whether a newer revision took the place of a row that nobody has seen.</summary>
    public static bool IsOvertaken(Post post) => post is { State: PostState.Cancelled, Reason: Reasons.Overtaken, Attempts: 0 };

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
                )
                .Select(place => place.Key),
        ];

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

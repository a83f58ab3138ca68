using Bot.Archive.Entities;
using Bot.Archive.Ledger;
using Bot.Archive.Saving;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Planning;

/// <summary>The posts of one briefing for everybody with the same wishes: rendered once, planned for thousands.</summary>
/// <param name="Posts">In the order of the thread, the root first.</param>
/// <param name="Withdrawn">What replaces a post that a later revision no longer has.</param>
/// <param name="Notices">What is said at the end of a thread about posts that a revision changes.</param>
public sealed record ThreadPlan(IReadOnlyList<PostPlan> Posts, Payload Withdrawn, NoticePlans Notices)
{
    public IEnumerable<Payload> Payloads =>
        Posts.Select(post => post.Payload).Append(Withdrawn).Concat(Notices.Payloads).DistinctBy(payload => payload.Hash);

    /// <summary>A new delivery with its posts.</summary>
    public StoredDelivery Deliver(Subscription subscription, StoredDocument document, string token, DateTimeOffset dueAt, TimeSpan window, DateTimeOffset now)
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
            BriefingId = briefing.Id,
            Revision = document.Revision,
            DueAt = dueAt,
            NextAt = dueAt,
            ExpiresAt = dueAt + window,
            CreatedAt = now,
        };
        for (var ordinal = 0; ordinal < Posts.Count; ordinal++)
        {
            delivery.Posts.Add(Row(Posts[ordinal], delivery, PostKind.Original, ordinal, revision: null, dueAt, delivery.ExpiresAt));
        }

        return delivery;
    }

    /// <summary>
    /// What a revision adds to a delivery: an edit for each post whose content changed, a new post at the end for each
    /// that it did not have, an edit that says so for each that is gone, and, in a thread that people have seen, a short
    /// notice at its end. Rows that are there already are never touched,
    /// whether they are sent or not: their payloads are frozen. Nothing is added where an admin or time has ended it. The same rows and the same revision give the same result.
    /// </summary>
    /// <param name="delivery">As it stands, with its posts in order.</param>
    public IReadOnlyList<Post> Revise(StoredDelivery delivery, int revision, TimeSpan window, DateTimeOffset now)
    {
        var rows = new List<Post>();
        var ordinal = delivery.Posts.Count == 0 ? 0 : delivery.Posts.Max(post => post.Ordinal) + 1;
        var standing = Standing(delivery);
        void Add(PostPlan plan, PostKind kind)
        {
            var row = Row(plan, delivery, kind, ordinal++, revision, now, now + window);
            row.DeliveryId = delivery.Id;
            rows.Add(row);
        }

        var closed = Closed(delivery);
        if (closed.Contains((PostPlan.Root, 1)))
        {
            return [];
        }

        foreach (var plan in Posts.Where(plan => !closed.Contains((plan.Section, plan.Part))))
        {
            var isThere = standing.Remove((plan.Section, plan.Part), out var hash);
            if (plan.Failure is null && hash != plan.Payload.Hash)
            {
                Add(plan, isThere ? PostKind.Edit : plan is { Section: PostPlan.Root, Part: 1 } ? PostKind.Original : PostKind.Append);
            }
        }

        // In the thread's order, not the dictionary's.
        foreach (var (section, part) in delivery.Posts.Select(post => (post.Section, post.Part)).Distinct())
        {
            if (!NoticePlans.IsNotice(section) && standing.TryGetValue((section, part), out var hash) && hash != Withdrawn.Hash)
            {
                Add(new PostPlan(section, part, Withdrawn), PostKind.Edit);
            }
        }

        if (rows.Count > 0 && delivery.Posts.Exists(post => post is { Section: PostPlan.Root, State: PostState.Sent })
            && Notices.Of([.. rows.Select(row => row.Section).Distinct()]) is { } notice)
        {
            Add(new PostPlan(FormattableString.Invariant($"{NoticePlans.Prefix}{revision}"), 1, notice), PostKind.Append);
        }

        return rows;
    }

    /// <summary>What each place of the thread shows once everything planned has happened, by (section, part). A place whose post ended unsent shows nothing.</summary>
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

    /// <summary>Places that a revision leaves alone, as time or an admin has ended them: expired, cancelled, recalled.</summary>
    private static HashSet<(string Section, int Part)> Closed(StoredDelivery delivery) =>
        [.. delivery.Posts.GroupBy(post => (post.Section, post.Part))
            .Where(place => place.Last(post => post.Kind != PostKind.Edit) is
                { Kind: PostKind.Recall }
                or { State: PostState.Expired }
                or { State: PostState.Cancelled, Reason: not Reasons.RootFailed })
            .Select(place => place.Key)];

    private static Post Row(
        PostPlan plan, StoredDelivery delivery, PostKind kind, int ordinal, int? revision, DateTimeOffset nextAt, DateTimeOffset expiresAt) => new()
        {
            Key = PostKey.Of(delivery.SubscriptionId, delivery.Series, delivery.Date, plan.Section, plan.Part, revision).Value,
            Ordinal = ordinal,
            Kind = kind,
            Section = plan.Section,
            Part = plan.Part,
            Revision = revision ?? delivery.Revision,
            PayloadHash = plan.Payload.Hash,
            State = plan.Failure is null ? PostState.Planned : PostState.Failed,
            Reason = plan.Failure is null ? null : Reasons.RenderFailed,
            Detail = plan.Failure,
            NextAt = nextAt,
            ExpiresAt = expiresAt,
        };
}

using Bot.Archive.Entities;
using Bot.Chat.Platforms;
using Bot.Delivery.Planning;
using Bot.Delivery.Sending;

namespace Bot.Delivery.Operations;

/// <summary>The rows that send a thread's missing places again, or delete what stands in them. A place is a (section, part).</summary>
public static class Places
{
    private static readonly PostState[] Unsent = [PostState.Failed, PostState.Expired, PostState.Cancelled];

    /// <summary>A new post for each place where nothing stands or is on its way, with what it should show last.</summary>
    public static IReadOnlyList<Post> Resend(StoredDelivery delivery, DateTimeOffset now, DateTimeOffset until)
    {
        var ordinal = NextOrdinal(delivery);
        return [.. delivery.Posts
            .GroupBy(post => (post.Section, post.Part))
            .Where(place => StandingIn(place) is null)
            .Select(place => place.Last(post => post.Kind != PostKind.Recall) is var last && OutcomePolicy.Creates(place.First())
                ? Row(delivery, last, PostKind.Original, place.Max(post => post.Round) + 1, "resend", ordinal++, now, until) : null)
            .OfType<Post>()
            .Where(row => row.PayloadHash != PostPlan.Freeze(new PlatformId(delivery.Platform), "").Hash)];
    }

    /// <summary>A deletion for each place where something stands or may stand, the last first.</summary>
    public static IReadOnlyList<Post> Recall(StoredDelivery delivery, DateTimeOffset now, DateTimeOffset until)
    {
        var ordinal = NextOrdinal(delivery);
        return [.. delivery.Posts
            .GroupBy(post => (post.Section, post.Part))
            .Select(place => (Standing: StandingIn(place), Recalls: place.Count(post => post.Kind == PostKind.Recall)))
            .Where(place => place.Standing is not null)
            .OrderByDescending(place => place.Standing!.Ordinal)
            .Select(place => Row(delivery, place.Standing!, PostKind.Recall, place.Recalls, "recall", ordinal++, now, until))];
    }

    /// <summary>The post that created what stands, or may stand, in a place; null when nothing does.</summary>
    private static Post? StandingIn(IEnumerable<Post> place)
    {
        Post? standing = null;
        foreach (var post in place.Where(post => !Unsent.Contains(post.State)))
        {
            standing = post.Kind == PostKind.Recall ? null : OutcomePolicy.Creates(post) ? post : standing;
        }

        return standing;
    }

    private static int NextOrdinal(StoredDelivery delivery) => delivery.Posts.Count == 0 ? 0 : delivery.Posts.Max(post => post.Ordinal) + 1;

    private static Post Row(
        StoredDelivery delivery, Post like, PostKind kind, int round, string action, int ordinal, DateTimeOffset now, DateTimeOffset until) => new()
        {
            DeliveryId = delivery.Id,
            // A key of its own: the first one's promise, once, has been kept or given up.
            Key = PostKey.Of(delivery.SubscriptionId, delivery.Series, delivery.Date, $"{like.Section}#{action}{round}", like.Part).Value,
            Ordinal = ordinal,
            Kind = kind,
            Section = like.Section,
            Part = like.Part,
            Revision = like.Revision,
            Round = round,
            PayloadHash = like.PayloadHash,
            State = PostState.Planned,
            NextAt = now,
            ExpiresAt = until,
        };
}

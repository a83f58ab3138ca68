using Bot.Archive.Entities;
using Bot.Chat.Platforms;

namespace Bot.Delivery.Ledger;

/// <summary>Creates the rows for one delivery's posts, whoever plans them.</summary>
/// <param name="delivery">With its posts in order; may not have an id yet.</param>
/// <param name="nextAt">Not before this.</param>
/// <param name="expiresAt">Not after this.</param>
public sealed class PostRows(StoredDelivery delivery, DateTimeOffset nextAt, DateTimeOffset expiresAt)
{
    private int _ordinal = delivery.Posts.Count == 0 ? 0 : delivery.Posts.Max(post => post.Ordinal) + 1;
    private int _planned = delivery.Revision;

    /// <summary>For rows that replace existing ones.</summary>
    /// <param name="kept">The rows that stay.</param>
    /// <param name="revision">The revision they come from.</param>
    public static PostRows Anew(StoredDelivery delivery, IReadOnlyList<Post> kept, int revision) =>
        new(delivery, delivery.DueAt, delivery.ExpiresAt)
        {
            _ordinal = kept.Count == 0 ? 0 : kept.Max(post => post.Ordinal) + 1,
            _planned = revision,
        };

    /// <summary>The root that holds a briefing's place.</summary>
    public Post Placeholder(string payloadHash) =>
        Next(PostKind.Original, PostKey.Root, 1, payloadHash, KeyOf(PostKey.Root, 1, revision: null), PlaceholderPosts.Revision);

    /// <summary>The last word about a briefing that did not come.</summary>
    public Post Closing(string payloadHash) =>
        Next(PostKind.Edit, PostKey.Root, 1, payloadHash, KeyOf($"{PostKey.Root}#never", 1, revision: null), PlaceholderPosts.Revision);

    /// <summary>A post of the thread as first planned.</summary>
    public Post Original(string section, int part, string payloadHash) =>
        Next(PostKind.Original, section, part, payloadHash, KeyOf(section, part, revision: null), _planned);

    /// <summary>A revision's addition: an edit, a new post, or a root for a thread without one.</summary>
    public Post Revised(PostKind kind, string section, int part, string payloadHash, int revision) =>
        Next(kind, section, part, payloadHash, KeyOf(section, part, revision), revision);

    /// <summary>
    /// A post that a person sends again or deletes. It has its own key: the original's promise to be sent once was kept or given up.
    /// </summary>
    /// <param name="like">The post to show again or to delete.</param>
    /// <param name="action"><c>resend</c> or <c>recall</c>.</param>
    public Post Reissued(PostKind kind, Post like, string action, int round)
    {
        var row = Next(
            kind,
            like.Section,
            like.Part,
            like.PayloadHash,
            KeyOf($"{like.Section}#{action}{round}", like.Part, revision: null),
            like.Revision
        );
        row.Round = round;
        return row;
    }

    private string KeyOf(string section, int part, int? revision) =>
        PostKey.Of(delivery.SubscriptionId, delivery.Series, delivery.Date, section, part, revision, delivery.Edition).Value;

    private Post Next(PostKind kind, string section, int part, string payloadHash, string key, int revision) =>
        new()
        {
            DeliveryId = delivery.Id,
            Key = key,
            Ordinal = _ordinal++,
            Kind = kind,
            Section = section,
            Part = part,
            Revision = revision,
            PayloadHash = payloadHash,
            State = PostState.Planned,
            NextAt = nextAt,
            ExpiresAt = expiresAt,
        };
}

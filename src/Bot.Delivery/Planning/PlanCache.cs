using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Archive.Subscriptions;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;
using Bot.Delivery.Ledger;

namespace Bot.Delivery.Planning;

/// <summary>Renders each distinct combination of wishes once.</summary>
internal sealed class PlanCache(
    ThreadRenderer renderer,
    IReadOnlyDictionary<string, IPlatform> platforms,
    StoredDocument document,
    StoredDocument? previous,
    IReadOnlyList<string> appeared
)
{
    private readonly Dictionary<(string Platform, Locale Locale, string Sections, string Shown), ThreadPlan> _plans = [];

    /// <summary>Revisions before the document's that a delivery has shown, by number.</summary>
    public SortedDictionary<int, StoredDocument> Earlier { get; } = [];

    public IReadOnlyList<string> Unrendered =>
        [.. _plans.Values.SelectMany(plan => plan.Posts).Where(post => post.Failure is not null).Select(post => post.Section).Distinct()];

    /// <summary>The revisions that a delivery's channel was shown. One that a newer one overtook before it was sent is none of them.</summary>
    public static IEnumerable<int> ShownBy(StoredDelivery delivery) =>
        delivery
            .Posts.Where(post => !ThreadPlan.IsOvertaken(post) && !PlaceholderPosts.IsOne(post))
            .Select(post => post.Revision)
            .Distinct()
            .Order();

    public ThreadPlan Of(Subscription subscription) => Of(subscription.Platform, subscription.Locale, subscription.Sections, []);

    public ThreadPlan Of(StoredDelivery delivery) =>
        Of(delivery.Platform, delivery.Locale, delivery.Sections, [.. ShownBy(delivery).Where(Earlier.ContainsKey)]);

    /// <summary>For a channel that has seen nothing yet: no mention of corrections.</summary>
    public ThreadPlan AnewOf(StoredDelivery delivery) => Of(delivery.Platform, delivery.Locale, delivery.Sections, []);

    private ThreadPlan Of(string platform, Locale locale, List<string> sections, IReadOnlyList<int> shown)
    {
        var wish = (platform, locale, string.Join(',', sections.Order(StringComparer.Ordinal)), string.Join(',', shown));
        return _plans.TryGetValue(wish, out var plan)
            ? plan
            : _plans[wish] = renderer.Render(
                platforms[platform],
                new ThreadRequest(document, previous, locale, [.. sections.Select(SectionNames.Parse).OfType<SectionKind>()])
                {
                    FirstAppearances = appeared,
                    Earlier = [.. shown.Select(revision => Earlier[revision])],
                }
            );
    }
}

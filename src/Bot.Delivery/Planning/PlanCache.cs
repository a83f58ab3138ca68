using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Archive.Subscriptions;
using Bot.Briefings.Model;
using Bot.Chat;
using Bot.Chat.Platforms;

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
    private readonly Dictionary<(string Platform, Locale Locale, string Sections, int First), ThreadPlan> _plans = [];

    /// <summary>Revisions before the document's, by number, back to the oldest one that a delivery has shown.</summary>
    public SortedDictionary<int, StoredDocument> Earlier { get; } = [];

    public IReadOnlyList<string> Unrendered =>
        [.. _plans.Values.SelectMany(plan => plan.Posts).Where(post => post.Failure is not null).Select(post => post.Section).Distinct()];

    /// <summary>The revision that a delivery's channel was shown first.</summary>
    public static int FirstOf(StoredDelivery delivery) =>
        delivery.Posts.Select(post => post.Revision).DefaultIfEmpty(delivery.Revision).Min();

    public ThreadPlan Of(Subscription subscription) =>
        Of(subscription.Platform, subscription.Locale, subscription.Sections, document.Revision);

    public ThreadPlan Of(StoredDelivery delivery) => Of(delivery.Platform, delivery.Locale, delivery.Sections, FirstOf(delivery));

    /// <summary>For a channel that has seen nothing yet: no mention of corrections.</summary>
    public ThreadPlan AnewOf(StoredDelivery delivery) => Of(delivery.Platform, delivery.Locale, delivery.Sections, document.Revision);

    private ThreadPlan Of(string platform, Locale locale, List<string> sections, int first)
    {
        var wish = (platform, locale, string.Join(',', sections.Order(StringComparer.Ordinal)), first);
        return _plans.TryGetValue(wish, out var plan)
            ? plan
            : _plans[wish] = renderer.Render(
                platforms[platform],
                new ThreadRequest(document, previous, locale, [.. sections.Select(SectionNames.Parse).OfType<SectionKind>()])
                {
                    FirstAppearances = appeared,
                    Earlier = [.. Earlier.Where(earlier => earlier.Key >= first).Select(earlier => earlier.Value)],
                }
            );
    }
}

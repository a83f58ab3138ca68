using Bot.Archive.Subscriptions;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Sections;

namespace Bot.Delivery.Administering;

/// <summary>What the workspace's channels are subscribed to.</summary>
internal sealed class SubscriptionReading(ChannelSubscriptions subscriptions, ChannelNames channels)
{
    private const int MostShown = 30;

    public async Task<Reply> AnswerAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        var all = await subscriptions.OfWorkspaceAsync(admin.Workspace, cancellationToken);
        var names = await channels.OfAsync(all.Take(MostShown).Select(ChannelOf), cancellationToken);
        return all.Count == 0
            ? admin.Say(words["Admin.NoSubscriptions"], words.Format("Admin.HowToSubscribe", admin.PathOf("subscribe")))
            : admin.Say(
                words.Format(all.Count == 1 ? "Admin.OneSubscription" : "Admin.Subscriptions", all.Count),
                all.Take(MostShown)
                    .Select(spec => Line(admin, spec, names))
                    .Append(all.Count > MostShown ? words.Format("Admin.More", all.Count - MostShown) : null)
            );
    }

    private static ChannelAddress ChannelOf(SubscriptionSpec spec) => new(new PlatformId(spec.Platform), spec.Workspace, spec.Channel);

    private static string Line(AdminCall admin, SubscriptionSpec spec, IReadOnlyDictionary<ChannelAddress, string> names) =>
        admin.Words.Format(
            "Admin.SubscriptionLine",
            admin.NameOf(ChannelOf(spec), names),
            admin.NameOf(spec),
            SectionWords.Listed(spec.Kinds, admin.Call.Locale),
            admin.Words[spec.Locale == Chat.Locale.Japanese ? "Admin.InJapanese" : "Admin.InEnglish"]
        );
}

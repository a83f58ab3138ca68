using Bot.Archive.Subscriptions;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Sections;
using Bot.Delivery.Schedules;

namespace Bot.Delivery.Administering;

/// <summary>What the workspace's channels are subscribed to.</summary>
internal sealed class SubscriptionReading(ChannelSubscriptions subscriptions, NextTimes next, ChannelNames channels)
{
    private const int MostShown = 30;

    public async Task<Reply> AnswerAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        var all = await subscriptions.OfWorkspaceAsync(admin.Workspace, cancellationToken);
        var names = await channels.OfAsync(all.Take(MostShown).Select(spec => spec.Address), cancellationToken);
        var times = await next.OfAsync([.. all.Take(MostShown)], cancellationToken);
        return all.Count == 0
            ? admin.Say(words["Admin.NoSubscriptions"], words.Format("Admin.HowToSubscribe", admin.PathOf("subscribe")))
            : admin.Say(
                words.Format(all.Count == 1 ? "Admin.OneSubscription" : "Admin.Subscriptions", all.Count),
                times
                    .Select(time => Line(admin, time, names))
                    .Append(all.Count > MostShown ? words.Format("Admin.More", all.Count - MostShown) : null)
            );
    }

    private string Line(AdminCall admin, NextTime time, IReadOnlyDictionary<ChannelAddress, string> names)
    {
        var spec = time.Subscription;
        return admin.Words.Format(
            "Admin.SubscriptionLine",
            admin.NameOf(spec.Address, names),
            admin.NameOf(spec),
            SectionWords.Listed(spec.Kinds, admin.Call.Locale),
            admin.Words[spec.Locale == Chat.Locale.Japanese ? "Admin.InJapanese" : "Admin.InEnglish"],
            time.Say(next.Now, admin.Call.Locale)
        );
    }
}

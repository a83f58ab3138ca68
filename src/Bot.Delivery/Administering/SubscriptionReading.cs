using Bot.Archive.Subscriptions;
using Bot.Chat.Commands;

namespace Bot.Delivery.Administering;

/// <summary>What the workspace's channels get.</summary>
internal sealed class SubscriptionReading(ChannelSubscriptions subscriptions)
{
    private const int MostShown = 30;

    public async Task<Reply> AnswerAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        var all = await subscriptions.OfWorkspaceAsync(admin.Call.Platform, admin.Call.Workspace, cancellationToken);
        return all.Count == 0
            ? admin.Say(words["Admin.NoSubscriptions"], words["Admin.HowToSubscribe"])
            : admin.Say(
                words.Format(all.Count == 1 ? "Admin.OneSubscription" : "Admin.Subscriptions", all.Count),
                all.Take(MostShown).Select(spec => Line(admin, spec)).Append(all.Count > MostShown ? words.Format("Admin.More", all.Count - MostShown) : null));
    }

    internal static string ChannelOf(AdminCall admin, string channel) => channel == admin.Call.Channel ? admin.Words["Admin.ThisChannel"] : channel;

    private static string Line(AdminCall admin, SubscriptionSpec spec) => admin.Words.Format(
        "Admin.SubscriptionLine",
        ChannelOf(admin, spec.Channel),
        admin.Series.FirstOrDefault(series => series.Key == spec.Series)?.Name ?? spec.Series,
        SectionWords.Listed(spec.Sections, admin.Call.Locale),
        admin.Words[spec.Locale == Chat.Locale.Japanese ? "Admin.InJapanese" : "Admin.InEnglish"]);
}

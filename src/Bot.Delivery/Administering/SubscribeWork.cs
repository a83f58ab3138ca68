using Bot.Archive.Subscriptions;
using Bot.Chat.Commands;
using Bot.Chat.Platforms;
using Bot.Chat.Schedules;
using Bot.Chat.Sections;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Bot.Delivery.Schedules;

namespace Bot.Delivery.Administering;

/// <summary>
/// Subscribes the channel in which the command is called, after asking the platform whether the bot can post there, and ends its
/// subscription.
/// </summary>
internal sealed class SubscribeWork(
    ChannelSubscriptions subscriptions,
    IEnumerable<IChannelProbe> probes,
    ScheduleWork schedules,
    PostWork posts,
    NextTimes next,
    DueTimeSweep dueTimes,
    LedgerClock clock
)
{
    public async Task<Reply> SubscribeAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        if (admin.Channel is not { } channel)
        {
            return admin.Refuse(words[admin.Call.IsOperators ? "Admin.NoChannelHere" : "Admin.NoChannel"]);
        }

        var (typed, text) = admin.TakeName();
        if (SubscriptionName.Read(typed ?? "") is not { } name)
        {
            return admin.Refuse(words.Format("Admin.BadName", SubscriptionName.Longest));
        }

        var (named, rest) = admin.TakeSeries(text);
        if ((named ?? (admin.Series is [var first, ..] ? first : null)) is not { } series)
        {
            return admin.Refuse(words["Admin.NoSeries"]);
        }

        var reading = schedules.Read(admin, series.Key, rest);
        if (reading.Problem is { } problem)
        {
            return admin.Refuse(words.Format("Admin.NothingChanged", problem.Why.In(admin.Call.Locale)), Example(admin));
        }

        var read = SectionWords.Read(string.Join(' ', reading.Others));
        if (read.Unknown.Count > 0)
        {
            return admin.Refuse(
                words.Format("Admin.UnknownSections", string.Join(admin.Shared.Separator, read.Unknown.Take(5).Select(Shown))),
                read.Unknown.FirstOrDefault(word => ZoneNames.Near(word, reach: 1).Count > 0) is { } zone
                    ? ScheduleRules.UnknownZone(Shown(zone)).In(admin.Call.Locale)
                    : null,
                words.Format("Admin.KnownSections", SectionWords.Listed(SectionWords.All, admin.Call.Locale))
            );
        }

        var last = await subscriptions.LastAsync(channel, series.Key, name, cancellationToken);
        if (schedules.Unusable(series.Key, reading.Change is null ? last.Schedule : reading.Change(last.Schedule)) is { } unusable)
        {
            return admin.Refuse(words.Format("Admin.ScheduleNotPossible", unusable.In(admin.Call.Locale)), Example(admin));
        }

        if (await ProbeAsync(admin, channel, last.SendOptions, cancellationToken) is { } refused)
        {
            return refused;
        }

        var sections = read.Kinds.Count > 0 || read.SaysAll ? read.Kinds : null;
        var done = await subscriptions.SubscribeAsync(
            channel,
            series.Key,
            name,
            sections,
            reading.Change,
            admin.Call.Locale,
            admin.Actor,
            cancellationToken
        );
        await dueTimes.RunAsync(clock.Now, cancellationToken);
        var what = SectionWords.Listed(done.Subscription.Kinds, admin.Call.Locale);
        var time = (await next.OfAsync([done.Subscription], cancellationToken))[0];
        var offer =
            done.Change == SubscriptionChangeKind.Added ? await posts.OfferAsync(admin, done.Subscription, cancellationToken) : null;
        var reply = admin.Say(
            words.Format(
                done.Change switch
                {
                    SubscriptionChangeKind.Added => "Admin.Subscribed",
                    SubscriptionChangeKind.Changed => "Admin.SubscriptionChanged",
                    _ => "Admin.SubscribedAlready",
                },
                admin.NameOf(new SubscriptionSpec(series.Key, "", "", "") { Name = name }),
                what
            ),
            time.At is null ? words["Admin.SubscribedNext"] : words.Format("Admin.SubscribedAt", time.Say(next.Now, admin.Call.Locale)),
            done.IsFirst ? words["Admin.HowToAsk"] : null,
            done.IsFirst
                ? words.Format(
                    "Admin.HowToAdminister",
                    admin.PathOf("schedule"),
                    admin.PathOf("subscriptions"),
                    admin.PathOf("status"),
                    admin.PathOf("unsubscribe")
                )
                : null
        );
        return offer is null ? reply : reply with { Message = reply.Message with { Buttons = [offer] } };
    }

    public async Task<Reply> UnsubscribeAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        if (admin.Channel is not { } channel)
        {
            return admin.Refuse(words[admin.Call.IsOperators ? "Admin.NoChannelHere" : "Admin.NoChannel"]);
        }

        var (name, text) = admin.TakeName();
        var (named, rest) = admin.TakeSeries(text);
        if (rest.Trim().Length > 0)
        {
            return admin.UnknownSeries(rest);
        }

        var ended = await subscriptions.UnsubscribeAsync(channel, named?.Key, name, admin.Actor, cancellationToken);
        return ended.Count == 0
            ? admin.Say(words["Admin.NotSubscribed"])
            : admin.Say(
                words.Format("Admin.Unsubscribed", string.Join(admin.Shared.Separator, ended.Select(admin.NameOf))),
                words.Format("Admin.UnsubscribedNext", admin.PathOf("subscribe"))
            );
    }

    private static string Example(AdminCall admin) => admin.Words.Format("Admin.HowToSchedule", admin.PathOf("subscribe"));

    private static string Shown(string word) => Chat.Text.Graphemes.Cut(Chat.Text.Invisible.Drop(word), 40);

    /// <summary>Null: the bot can post to the channel, or the platform cannot be asked.</summary>
    private async Task<Reply?> ProbeAsync(AdminCall admin, ChannelAddress channel, SendOptions posts, CancellationToken cancellationToken)
    {
        if (probes.FirstOrDefault(probe => probe.Platform == channel.Platform) is not { } probe)
        {
            return null;
        }

        var words = admin.Words;
        var found = await probe.ProbeAsync(channel, [posts], cancellationToken);
        if (found.Usable)
        {
            return null;
        }

        var missing = found.Missing.Select(permission => permission.In(admin.Call.Locale)).ToList();
        return found.Unanswered
            ? admin.Refuse(words["Admin.ProbeUnanswered"])
            : admin.Refuse(
                words["Admin.NotUsable"],
                missing.Count == 0 ? null : words.Format("Admin.Missing", string.Join(admin.Shared.Separator, missing)),
                found.Problem?.In(admin.Call.Locale),
                words.Format("Admin.TryAgain", admin.PathOf("subscribe"))
            );
    }
}

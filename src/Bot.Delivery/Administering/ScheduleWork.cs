using Bot.Archive.Subscriptions;
using Bot.Chat;
using Bot.Chat.Commands;
using Bot.Chat.Schedules;
using Bot.Chat.Text;
using Bot.Delivery.Ledger;
using Bot.Delivery.Planning;
using Bot.Delivery.Schedules;

namespace Bot.Delivery.Administering;

/// <summary>Shows when the channel's subscriptions are posted to, and changes it.</summary>
internal sealed class ScheduleWork(
    ChannelSubscriptions subscriptions,
    Timetables timetables,
    NextTimes next,
    IHolidays holidays,
    DueTimeSweep dueTimes,
    LedgerClock clock
)
{
    public async Task<Reply> AnswerAsync(AdminCall admin, CancellationToken cancellationToken)
    {
        var words = admin.Words;
        if (admin.Channel is not { } channel)
        {
            return admin.Refuse(words[admin.Call.IsOperators ? "Admin.NoChannelHere" : "Admin.NoChannel"]);
        }

        var (name, text) = admin.TakeName();
        var (named, rest) = admin.TakeSeries(text);
        var there = (await subscriptions.OfChannelAsync(channel, named?.Key, name, cancellationToken))
            .Where(spec => admin.Series.Any(series => series.Key == spec.Series))
            .ToList();
        if (there.Count == 0)
        {
            return admin.Refuse(words["Admin.NotSubscribed"], words.Format("Admin.HowToSubscribe", admin.PathOf("subscribe")));
        }

        if (rest.Trim().Length == 0)
        {
            return admin.Say(words["Admin.Schedules"], [.. await LinesAsync(admin, there, cancellationToken), HowTo(admin)]);
        }

        var changes = there.ConvertAll(spec => Read(admin, spec.Series, rest));
        if (changes.Select(reading => Problem(admin, reading)).FirstOrDefault(problem => problem is not null) is { } unread)
        {
            return admin.Refuse(unread, HowTo(admin));
        }

        foreach (var (spec, reading) in there.Zip(changes))
        {
            if (Unusable(spec.Series, reading.Change!(spec.Schedule)) is { } unusable)
            {
                return admin.Refuse(words.Format("Admin.ScheduleNotPossible", unusable.In(admin.Call.Locale)));
            }
        }

        var changed = await subscriptions.RescheduleAsync(
            channel,
            named?.Key,
            name,
            spec =>
                there.FindIndex(one => one.Identity == spec.Identity) is >= 0 and var at
                    ? changes[at].Change!(spec.Schedule)
                    : spec.Schedule,
            admin.Actor,
            cancellationToken
        );
        await dueTimes.RunAsync(clock.Now, cancellationToken);
        return admin.Say(words["Admin.ScheduleChanged"], await LinesAsync(admin, changed, cancellationToken));
    }

    /// <summary>What a text says about the schedule of a subscription to a series.</summary>
    public ScheduleReading Read(AdminCall admin, string series, string text) =>
        ScheduleReader.Read(text, admin.Series.First(one => one.Key == series), holidays.Calendars);

    /// <summary>Why a schedule cannot be followed; null if it can.</summary>
    public LocalizedText? Unusable(string series, Schedule? schedule) =>
        ScheduleRules
            .Problems(timetables.Of(series, schedule).Schedule, holidays.Calendars)
            .Select(problem => problem.Problem)
            .FirstOrDefault();

    /// <summary>Names the first word that is no part of a schedule, or a wrong one; null if all is well.</summary>
    private static string? Problem(AdminCall admin, ScheduleReading reading) =>
        reading.Problem is { } problem ? problem.Why.In(admin.Call.Locale)
        : reading.Others is [var other, ..]
            ? ZoneNames.Near(other, reach: 1).Count > 0 ? ScheduleRules.UnknownZone(Shown(other)).In(admin.Call.Locale)
                : admin.Words.Format("Admin.NoPartOfSchedule", Shown(other))
        : null;

    private async Task<IEnumerable<string>> LinesAsync(
        AdminCall admin,
        IReadOnlyList<SubscriptionSpec> specs,
        CancellationToken cancellationToken
    )
    {
        var now = next.Now;
        return (await next.OfAsync(specs, cancellationToken)).Select(time =>
            admin.Words.Format("Admin.ScheduleLine", admin.NameOf(time.Subscription), time.Say(now, admin.Call.Locale))
        );
    }

    private static string HowTo(AdminCall admin) => admin.Words.Format("Admin.HowToSchedule", admin.PathOf("schedule"));

    private static string Shown(string word) => Graphemes.Cut(Invisible.Drop(word), 40);
}
